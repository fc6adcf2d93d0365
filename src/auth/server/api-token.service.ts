import { appendAudit } from '#src/audit/server/append-audit.repository.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { ApiTokenSummary, CreateApiTokenInput } from '../api-token.ts'
import { EVERY_SCOPE, may, type Permission } from '../permissions.ts'
import { lockAccount } from './account.repository.ts'
import {
  countLiveApiTokens,
  createApiTokenRow,
  getApiTokenOwner,
  listApiTokens,
  updateApiTokenRevoked,
} from './api-token.repository.ts'
import { callerOf } from './caller.ts'
import { requireMemberAccess, withOwnScope, type PersonCall } from './member-access.ts'
import { createSecretToken, hashSecretToken } from './secret-token.ts'

/** Begins every API token, so that people and scanners of code recognise one. */
export const API_TOKEN_PREFIX = 'berth_'
/** Tokens one person may have at a time. */
export const MAX_LIVE_TOKENS = 25

const HINT_LENGTH = API_TOKEN_PREFIX.length + 4
const MS_PER_DAY = 86_400_000

type TokenRow = Awaited<ReturnType<typeof createApiTokenRow>>

/**
 * A new API token of the caller.
 * @returns its description and the token itself, which is never shown again
 * @throws AppError VALIDATION_FAILED for scopes beyond the caller's rights, LIMIT_REACHED, FORBIDDEN for people
 *   of the platform
 */
export async function createApiToken(
  ctx: PersonCall,
  { name, scopes, expiresInDays }: CreateApiTokenInput,
): Promise<ApiTokenSummary & { token: string }> {
  const { userId, tenantId } = ctx.identity
  if (tenantId === null) throw new AppError('FORBIDDEN')
  requireOwnScopes(ctx, scopes)
  const token = `${API_TOKEN_PREFIX}${createSecretToken()}`
  const row = await withOwnScope(ctx, (db) =>
    db.$transaction(async (tx) => {
      await lockAccount(tx, userId)
      if ((await countLiveApiTokens(tx, userId)) >= MAX_LIVE_TOKENS) {
        throw new AppError('LIMIT_REACHED', { message: `One person can have ${MAX_LIVE_TOKENS} tokens.` })
      }
      const created = await createApiTokenRow(tx, {
        id: newId(),
        tenantId,
        userId,
        name,
        tokenHash: hashSecretToken(token),
        hint: token.slice(0, HINT_LENGTH),
        scopes: [...new Set(scopes)],
        expiresAt: expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * MS_PER_DAY),
      })
      await appendAudit(tx, {
        tenantId,
        actor: actorOf(ctx),
        action: 'api_tokens.create',
        resource: { type: 'api_token', id: created.id },
        details: { after: { name, scopes: created.scopes, expiresAt: isoOrNull(created.expiresAt) } },
      })
      return created
    }),
  )
  return { ...showToken(row), token }
}

/**
 * The tokens of a person that were not revoked; of the caller, unless another member is named.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function listTokens(ctx: PersonCall, userId = ctx.identity.userId): Promise<ApiTokenSummary[]> {
  const { tenantId } = ctx.identity
  return withOwnScope(ctx, async (db) => {
    await requireMemberAccess(db, ctx, userId)
    return (await listApiTokens(db, { userId, tenantId })).map(showToken)
  })
}

/**
 * Ends a token at once: one of the caller, or of a member they look after.
 * @throws AppError NOT_FOUND, ROLE_TOO_HIGH
 */
export async function revokeApiToken(ctx: PersonCall, id: string): Promise<void> {
  const { tenantId } = ctx.identity
  if (tenantId === null) throw new AppError('NOT_FOUND')
  await withOwnScope(ctx, (db) =>
    db.$transaction(async (tx) => {
      const userId = await getApiTokenOwner(tx, { id, tenantId })
      if (userId === null) throw new AppError('NOT_FOUND')
      await requireMemberAccess(tx, ctx, userId)
      if (!(await updateApiTokenRevoked(tx, id))) return
      await appendAudit(tx, {
        tenantId,
        actor: actorOf(ctx),
        action: 'api_tokens.revoke',
        resource: { type: 'api_token', id },
        details: { userId },
      })
    }),
  )
}

function requireOwnScopes({ permissions, identity }: PersonCall, scopes: readonly string[]): void {
  if (scopes.includes(EVERY_SCOPE)) {
    if (scopes.length > 1) throw fieldError('scopes', 'Choose everything or single rights, not both.')
    return
  }
  const beyond = scopes.filter((scope) => !may(permissions, identity, scope as Permission))
  if (beyond.length > 0) throw fieldError('scopes', `You do not have the right to ${beyond.join(', ')}.`)
}

function actorOf(ctx: PersonCall) {
  return { kind: 'user', userId: ctx.identity.userId, ...callerOf(ctx) } as const
}

function showToken({ createdAt, lastUsedAt, expiresAt, ...row }: TokenRow): ApiTokenSummary {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    lastUsedAt: isoOrNull(lastUsedAt),
    expiresAt: isoOrNull(expiresAt),
  }
}

function isoOrNull(time: Date | null): string | null {
  return time?.toISOString() ?? null
}
