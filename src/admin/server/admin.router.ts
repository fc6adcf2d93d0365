import { createRouter } from '#src/trpc/server/init.ts'
import { createConsoleFeaturesRouter } from './features/features.router.ts'

/** What the console needs to know of what is installed. */
export type ConsoleParts = { moduleIds: readonly string[] }

/** What the console asks and does: the table of contents of its part of the API. */
export function createAdminRouter({ moduleIds }: ConsoleParts) {
  return createRouter({
    features: createConsoleFeaturesRouter(moduleIds),
  })
}
