import type { ModuleServer } from '#src/resources/server/define-module-server.ts'
import { conciergeServer } from './concierge/server/concierge.server.ts'
import { lettingsServer } from './lettings/server/lettings.server.ts'
import { overlayServer } from './overlay/server/overlay.server.ts'
import { petCareServer } from './pet-care/server/pet-care.server.ts'

/** The server parts of those modules that have one. */
export const moduleServers = [
  petCareServer,
  lettingsServer,
  conciergeServer,
  overlayServer,
] as const satisfies readonly ModuleServer[]
