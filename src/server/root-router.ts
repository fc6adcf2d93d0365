import { createSignUpRouter } from '#src/tenancy/server/sign-up.router.ts'
import { runsRouter } from '#src/tenancy/server/runs.router.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { signUpCatalog } from './sign-up-catalog.ts'
import { systemRouter } from './system.router.ts'

/** All procedures of the product: the table of contents of its API. */
export const appRouter = createRouter({
  signUp: createSignUpRouter(signUpCatalog),
  runs: runsRouter,
  system: systemRouter,
})

export type AppRouter = typeof appRouter
