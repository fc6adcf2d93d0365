import { concierge } from './concierge/module.ts'
import { lettings } from './lettings/module.ts'
import { overlay } from './overlay/module.ts'
import { petCare } from './pet-care/module.ts'

/** All modules, in the order people are offered them. */
export const modules = [petCare, lettings, concierge, overlay] as const
