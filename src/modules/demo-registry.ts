import type { DemoBuilder } from '#src/resources/server/demo.ts'
import { conciergeDemo } from './concierge/server/demo.ts'
import { lettingsDemo } from './lettings/server/demo.ts'
import { petCareDemo } from './pet-care/server/demo.ts'
import { overlayDemo } from './overlay/server/demo.ts'

/** Who fills the tables of a module for a demo, by the id of the module. */
export const demoBuilders: Readonly<Partial<Record<string, DemoBuilder>>> = {
  'pet-care': petCareDemo,
  concierge: conciergeDemo,
  lettings: lettingsDemo,
  overlay: overlayDemo,
}
