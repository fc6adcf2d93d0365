import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { StoredProviderToken } from '../../provider-token.ts'

const told = {
  provider: true,
  accessTokenEnd: true,
  refreshTokenEnd: true,
  expiresAt: true,
  scope: true,
  updatedAt: true,
} as const
type Told = Omit<StoredProviderToken, 'expiresAt' | 'updatedAt'> & { expiresAt: Date | null; updatedAt: Date }

function tell({ expiresAt, updatedAt, ...rest }: Told): StoredProviderToken {
  return { ...rest, expiresAt: expiresAt?.toISOString() ?? null, updatedAt: updatedAt.toISOString() }
}

/** All of them, without the tokens themselves. */
export async function listProviderTokens(db: TenantDb): Promise<StoredProviderToken[]> {
  return (await db.providerToken.findMany({ select: told, orderBy: { provider: 'asc' } })).map(tell)
}

/** Both tokens of a provider, encrypted. */
export type EncryptedTokens = { provider: string; accessToken: string; refreshToken: string | null }

type NewToken = EncryptedTokens & {
  tenantId: string
  accessTokenEnd: string
  refreshTokenEnd: string | null
  expiresAt: Date | null
  scope: string | null
}

/** Puts a token in the place of the provider's one before. */
export async function saveProviderToken(tx: TenantTx, token: NewToken): Promise<StoredProviderToken> {
  const { tenantId, provider, ...changes } = token
  return tell(
    await tx.providerToken.upsert({
      where: { provider },
      create: { id: newId(), tenantId, provider, ...changes },
      update: changes,
      select: told,
    }),
  )
}

/** Removes a provider's token. @returns false when there is none */
export async function removeProviderToken(tx: TenantTx, provider: string): Promise<boolean> {
  return (await tx.providerToken.deleteMany({ where: { provider } })).count > 0
}

/** The tokens of a provider, encrypted. */
export function findEncryptedTokens(db: TenantDb, provider: string): Promise<EncryptedTokens | null> {
  const select = { provider: true, accessToken: true, refreshToken: true } as const
  return db.providerToken.findFirst({ where: { provider }, select })
}

/** All of them, encrypted; nobody else changes them until the transaction ends. */
export function lockEncryptedTokens(tx: TenantTx): Promise<EncryptedTokens[]> {
  return tx.$queryRaw<EncryptedTokens[]>`
    select provider, access_token as "accessToken", refresh_token as "refreshToken"
    from api_tokens order by provider for update`
}

/** Stores the same tokens under another key: for everybody else nothing has changed. */
export async function reencryptTokens(
  tx: TenantTx,
  { provider, accessToken, refreshToken }: EncryptedTokens,
): Promise<void> {
  await tx.$executeRaw`
    update api_tokens set access_token = ${accessToken}, refresh_token = ${refreshToken}
    where provider = ${provider}`
}
