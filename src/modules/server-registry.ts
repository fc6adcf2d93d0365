import type { ModuleServer } from '#src/resources/server/define-module-server.ts'

/** The server parts of those modules that have one. */
export const moduleServers = [] as const satisfies readonly ModuleServer[]
