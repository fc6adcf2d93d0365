import type { TenantDb } from '#src/db/server/database.ts'
import { decryptText, encryptText, isOutdated } from '#src/encryption/server/encrypted-text.ts'
import type { EncryptionKeys } from '#src/encryption/server/encryption-keys.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { ProviderTokenInput, StoredProviderToken } from '../../provider-token.ts'
import { withChanges } from '../with-changes.ts'
import {
  findEncryptedTokens,
  lockEncryptedTokens,
  reencryptTokens,
  removeProviderToken,
  saveProviderToken,
} from './provider-token.repository.ts'

const RESOURCE = 'provider-tokens'
/** Of a shorter token its end would be too much of it. */
const LEAST_LENGTH = 12

type Part = 'access_token' | 'refresh_token'
type Keeper = { keys: EncryptionKeys; tenantId: string }

/** Where a token lies: encrypted for this place, it cannot be read at another. */
function placeOf({ tenantId }: Keeper, provider: string, part: Part): string {
  return `${tenantId}/api_tokens/${provider}/${part}`
}

function endOf(token: string): string {
  return token.length < LEAST_LENGTH ? '' : token.slice(-4)
}

/** Stores a provider's tokens, encrypted, in the place of those before. */
export function saveTokens(
  db: TenantDb,
  { caller, keys }: { caller: RecordCaller; keys: EncryptionKeys },
  { provider, accessToken, ...input }: ProviderTokenInput,
): Promise<StoredProviderToken> {
  const { tenantId } = caller
  const keeper = { keys, tenantId }
  const lock = (text: string, part: Part) =>
    encryptText(keys, { text, place: placeOf(keeper, provider, part) })
  const { refreshToken = null, expiresAt = null, scope = null } = input
  return withChanges(db, caller, async (tx, { note }) => {
    const saved = await saveProviderToken(tx, {
      tenantId,
      provider,
      accessToken: lock(accessToken, 'access_token'),
      accessTokenEnd: endOf(accessToken),
      refreshToken: refreshToken === null ? null : lock(refreshToken, 'refresh_token'),
      refreshTokenEnd: refreshToken === null ? null : endOf(refreshToken),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      scope,
    })
    const after = { provider, expiresAt: saved.expiresAt, scope }
    await note({ resource: RESOURCE, id: tenantId, action: 'update', label: provider, after })
    return saved
  })
}

/** Forgets a provider's tokens. @throws AppError NOT_FOUND */
export function deleteTokens(
  db: TenantDb,
  caller: RecordCaller,
  provider: string,
): Promise<{ provider: string }> {
  return withChanges(db, caller, async (tx, { note }) => {
    if (!(await removeProviderToken(tx, provider))) {
      throw new AppError('NOT_FOUND', { message: 'There is no token of this provider.' })
    }
    await note({ resource: RESOURCE, id: caller.tenantId, action: 'delete', label: provider })
    return { provider }
  })
}

/**
 * A provider's tokens in clear, for talking to that provider: never part of an answer.
 * @throws UnreadableSecretError when their key is not configured any more
 */
export async function readTokens(
  db: TenantDb,
  keeper: Keeper,
  provider: string,
): Promise<{ accessToken: string; refreshToken: string | null } | null> {
  const stored = await findEncryptedTokens(db, provider)
  if (!stored) return null
  const read = (text: string, part: Part) =>
    decryptText(keeper.keys, { text, place: placeOf(keeper, provider, part) })
  return {
    accessToken: read(stored.accessToken, 'access_token'),
    refreshToken: stored.refreshToken === null ? null : read(stored.refreshToken, 'refresh_token'),
  }
}

/**
 * Encrypts what was written with another key anew, with the one that is written with now.
 * @returns of how many providers
 * @throws UnreadableSecretError when a key is not configured any more; nothing of this tenant has changed then
 */
export function rotateTokens(db: TenantDb, keeper: Keeper): Promise<number> {
  return db.$transaction(async (tx) => {
    const { keys } = keeper
    const outdated = (await lockEncryptedTokens(tx)).filter(
      ({ accessToken, refreshToken }) =>
        isOutdated(keys, accessToken) || (refreshToken !== null && isOutdated(keys, refreshToken)),
    )
    for (const { provider, accessToken, refreshToken } of outdated) {
      const renew = (text: string, part: Part) => {
        const place = placeOf(keeper, provider, part)
        return encryptText(keys, { text: decryptText(keys, { text, place }), place })
      }
      await reencryptTokens(tx, {
        provider,
        accessToken: renew(accessToken, 'access_token'),
        refreshToken: refreshToken === null ? null : renew(refreshToken, 'refresh_token'),
      })
    }
    return outdated.length
  })
}
