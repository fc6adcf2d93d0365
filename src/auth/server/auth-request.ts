import type { PlatformDb } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import type { Limits } from '#src/limits/server/limits.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { AppError } from '#src/shared/errors/app-error.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'
import type { Identity } from '../identity.ts'
import type { AuthKeys } from './auth-keys.ts'
import type { Caller } from './caller.ts'
import type { ResolvedHost } from './resolved-host.ts'

/** What the sign-in of the browser needs from the rest of the system. */
export type WebAuthDeps = {
  db: PlatformDb
  keys: AuthKeys
  env: Pick<Env, 'BERTH_PUBLIC_URL' | 'BERTH_SESSION_HOURS'>
  logger: Logger
  limits: Limits
  /** @throws AppError TENANT_SUSPENDED, TENANT_NOT_READY when nobody may work in the workspace now */
  requireOpenTenant: (tenant: CallTenant) => void
}

/** One request to next-auth, and what became of it: the library itself hides both people and errors. */
export type AuthRequest = {
  host: ResolvedHost
  origin: string
  caller: Caller
  identity?: Identity
  failure?: AppError
}

/** Runs `work` and keeps its failure with the request, since next-auth swallows errors or turns them into text. */
export async function noteFailure<T>(request: AuthRequest, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    request.failure = toCallError(error)
    // next-auth shows this text in the address of the error page.
    throw new Error(request.failure.code, { cause: error })
  }
}
