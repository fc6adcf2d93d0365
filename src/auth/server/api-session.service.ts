import type { PlatformTx } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import type { Account } from './account.repository.ts'
import type { Caller } from './caller.ts'
import { createSecretToken, hashSecretToken } from './secret-token.ts'
import { startSession, type SessionRequest } from './session.service.ts'
import type { StartedSession } from './sign-in-answer.ts'

type ApiEnv = Pick<Env, 'BERTH_REFRESH_TOKEN_DAYS'>

/** How long a session of the API lives after its last refresh, in seconds. */
export function apiSessionSeconds(env: ApiEnv): number {
  return env.BERTH_REFRESH_TOKEN_DAYS * 86_400
}

/** What a sign-in of a program asks for: a session, and the first of its refresh tokens. */
export function requestApiSession(
  env: ApiEnv,
  caller: Caller,
): { request: SessionRequest; refreshToken: string } {
  const refreshToken = createSecretToken()
  const refreshTokenHash = hashSecretToken(refreshToken)
  return {
    request: { kind: 'api', lifetimeSeconds: apiSessionSeconds(env), caller, refreshTokenHash },
    refreshToken,
  }
}

/**
 * Signs a person in who has just proven who they are in some other way than by password.
 * @param start.method how they have proven it, for the audit log
 */
export async function startApiSession(
  tx: PlatformTx,
  env: ApiEnv,
  start: { account: Account; method: string; caller: Caller },
): Promise<StartedSession> {
  const { account, method, caller } = start
  const { request, refreshToken } = requestApiSession(env, caller)
  return { identity: await startSession(tx, { account, method, request }), refreshToken }
}
