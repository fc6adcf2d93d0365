import { createRouter } from '#src/trpc/server/init.ts'
import { createApiTokensRouter } from './api-tokens.router.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'
import { createEmailProcedures } from './email.procedures.ts'
import { createPasswordProcedures } from './password.procedures.ts'
import { createProfileProcedures } from './profile.procedures.ts'
import { createSessionsRouter } from './sessions.router.ts'
import { createSignInProcedures } from './sign-in.procedures.ts'

/** Sign-in of programs, and what people may do about their own sign-in. */
export function createAuthRouter(deps: AuthRouterDeps) {
  return createRouter({
    ...createSignInProcedures(deps),
    ...createProfileProcedures(deps),
    ...createPasswordProcedures(deps),
    ...createEmailProcedures(deps),
    sessions: createSessionsRouter(deps),
    apiTokens: createApiTokensRouter(deps),
  })
}
