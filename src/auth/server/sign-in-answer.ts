import { z } from 'zod'
import type { CallContext } from '#src/trpc/server/context.ts'
import { platformRoles, tenantRoles, type Identity } from '../identity.ts'
import { issueAccessToken } from './access-token.ts'
import type { AuthKeys } from './auth-keys.ts'

/** A person as they are shown to themselves. */
export const personOutput = z.object({
  id: z.uuid(),
  email: z.string(),
  fullName: z.string(),
  role: z.enum([...tenantRoles, ...platformRoles]),
  tenantId: z.uuid().nullable().describe('null for people of the platform'),
})

/** What a program gets when somebody has signed in, whichever way, or stays so. */
export const signInOutput = z.object({
  accessToken: z.string(),
  refreshToken: z.string().describe('good for one exchange; the answer to it brings the next one'),
  expiresIn: z.int().describe('life of the access token in seconds'),
  tokenType: z.literal('Bearer'),
  user: personOutput,
})
export type SignInAnswer = z.infer<typeof signInOutput>

/** Who has signed in, and the refresh token their session has now. */
export type StartedSession = { identity: Identity; refreshToken: string }

/** The tokens for a session that has just started, or goes on. */
export async function issueSignIn(
  { env }: Pick<CallContext, 'env'>,
  keys: AuthKeys,
  { identity, refreshToken }: StartedSession,
): Promise<SignInAnswer> {
  const minutes = env.BERTH_ACCESS_TOKEN_MINUTES
  const token = await issueAccessToken(keys.accessToken, { identity, minutes })
  return { ...token, refreshToken, tokenType: 'Bearer', user: showPerson(identity) }
}

export function showPerson({ userId, email, fullName, role, tenantId }: Identity) {
  return { id: userId, email, fullName, role, tenantId }
}
