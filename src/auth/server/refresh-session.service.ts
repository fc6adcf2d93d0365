import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallContext } from '#src/trpc/server/context.ts'
import { apiSessionSeconds } from './api-session.service.ts'
import type { AuthRouterDeps } from './auth-router-deps.ts'
import { callerOf } from './caller.ts'
import { findRefreshTokenTenant } from './refresh-token.repository.ts'
import { rotateRefreshToken } from './refresh-token.service.ts'
import { hashSecretToken, isSecretToken } from './secret-token.ts'
import { issueSignIn, type SignInAnswer } from './sign-in-answer.ts'

/**
 * Keeps a program signed in: new tokens for a refresh token, while its workspace is open.
 * @throws AppError TOKEN_INVALID, TENANT_MISMATCH, TENANT_SUSPENDED, TENANT_NOT_READY
 */
export async function refreshApiSession(
  deps: AuthRouterDeps,
  ctx: CallContext,
  refreshToken: string,
): Promise<SignInAnswer> {
  const { platform } = ctx.database
  await requireOpenTenantOf(deps, ctx, refreshToken)
  const rotated = await rotateRefreshToken(platform, {
    refreshToken,
    key: deps.keys.refreshToken,
    lifetimeSeconds: apiSessionSeconds(ctx.env),
    caller: callerOf(ctx),
  })
  return issueSignIn(ctx, deps.keys, rotated)
}

async function requireOpenTenantOf(
  { findTenantById, requireOpenTenant }: AuthRouterDeps,
  ctx: CallContext,
  refreshToken: string,
): Promise<void> {
  const { hostTenant, database } = ctx
  const tenantId = isSecretToken(refreshToken)
    ? await findRefreshTokenTenant(database.platform, hashSecretToken(refreshToken))
    : undefined
  if (tenantId === undefined) throw new AppError('TOKEN_INVALID')
  if (hostTenant && hostTenant.tenantId !== tenantId) throw new AppError('TENANT_MISMATCH')
  if (tenantId === null) return
  const tenant = hostTenant ?? (await findTenantById(ctx, tenantId))
  if (!tenant) throw new AppError('TOKEN_INVALID')
  requireOpenTenant(tenant)
}
