import { updateProfileInput } from '../account.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'
import { accountProcedure, personProcedure } from './person-procedure.ts'
import { personOutput, showPerson } from './sign-in-answer.ts'
import { updateProfile } from './profile.service.ts'

/** What people may know and change about themselves. */
export function createProfileProcedures(deps: AuthRouterDeps) {
  return {
    me: personProcedure()
      .meta({ openapi: { method: 'GET', path: '/auth/me', tags: ['Sign-in'], summary: 'Who is signed in' } })
      .output(personOutput)
      .query(({ ctx }) => showPerson(ctx.identity)),

    updateProfile: accountProcedure(deps)
      .meta({
        openapi: { method: 'PATCH', path: '/auth/me', tags: ['Account'], summary: 'Change your own name' },
      })
      .input(updateProfileInput)
      .output(personOutput)
      .mutation(async ({ ctx, input }) => showPerson(await updateProfile(ctx, input))),
  }
}
