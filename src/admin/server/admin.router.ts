import { createRouter } from '#src/trpc/server/init.ts'

/** What the console asks and does: the table of contents of its part of the API. */
export function createAdminRouter() {
  return createRouter({})
}
