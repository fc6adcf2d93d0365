import { createSecretToken, hashSecretToken } from '#src/auth/server/secret-token.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import type { LabTenant } from './lab-tenant.ts'

/** Tokens of a tenant that work, by what they are for. */
export type LabSecrets = Readonly<
  Record<'signIn' | 'passwordReset' | 'emailChange' | 'invitation' | 'refresh', string>
>
/** API tokens of the owner, one that is good and others that are not any more. */
export type LabApiTokens = Readonly<Record<'good' | 'narrow' | 'revoked' | 'expired', string>>

type Holder = Pick<LabTenant, 'tenantId' | 'marker' | 'people'>

const HOUR_MS = 3_600_000
/** All that the narrow API token may do. */
export const NARROW_SCOPE = 'pets:list'

/** Fills the tables of the control plane that no record does: what people hold, and what was sent to them. */
export async function addPlatformRows(
  db: PlatformDb,
  tenant: Holder,
): Promise<{ secrets: LabSecrets; apiTokens: LabApiTokens; rolloutId: string }> {
  const { tenantId, marker, people } = tenant
  await db.mailOutbox.create({
    data: {
      ...{ id: newId(), tenantId, template: 'welcome', toAddress: `to@${marker}.test` },
      ...{ subject: `Subject ${marker}`, body: `Body ${marker}`, state: 'kept' },
    },
  })
  await db.idempotencyKey.create({
    data: {
      ...{ id: newId(), tenantId, operation: 'petCare.pets.create', key: `key-${marker}` },
      ...{ requestHash: marker, status: 201, expiresAt: inHours(1) },
    },
  })
  await db.storedFile.create({
    data: {
      ...{
        id: newId(),
        tenantId,
        purpose: 'pets.photo',
        name: `${marker}.png`,
        mediaType: 'image/png',
        size: 1,
      },
      ...{ sha256: new Uint8Array(32), storageKey: `${tenantId}/${newId()}`, createdBy: people.owner.id },
      expiresAt: inHours(1),
    },
  })
  await db.impersonation.create({
    data: {
      ...{ id: newId(), tenantId, adminId: people.owner.id, adminName: `Grace ${marker}` },
      ...{ userId: people.owner.id, userName: `Ada ${marker}`, reason: `Reason ${marker}` },
      expiresAt: inHours(0.5),
    },
  })
  await db.featureOverride.create({
    data: {
      tenantId,
      module: 'overlay',
      enabled: true,
      beyondPlan: true,
      reason: marker,
      setBy: people.owner.id,
    },
  })
  await db.tenantUsageDay.create({ data: { tenantId, day: new Date('2024-05-31'), requests: 1 } })
  const rolloutId = newId()
  await db.rollout.create({
    data: {
      ...{
        id: rolloutId,
        direction: 'up',
        target: {},
        migrations: [],
        settings: {},
        budget: 0,
        state: 'succeeded',
      },
      tenants: {
        create: {
          ...{ tenantId, wave: 0, position: 1, migrations: [], state: 'failed' },
          errorMessage: `Failed at ${marker}`,
        },
      },
    },
  })
  return { secrets: await addSecrets(db, tenant), apiTokens: await addApiTokens(db, tenant), rolloutId }
}

async function addSecrets(db: PlatformDb, { tenantId, marker, people }: Holder): Promise<LabSecrets> {
  const userId = people.owner.id
  const oneTime = async (purpose: string) => {
    const token = createSecretToken()
    const payload = { email: `new@${marker}.test` }
    await db.oneTimeToken.create({
      data: {
        id: newId(),
        purpose,
        tokenHash: hashSecretToken(token),
        tenantId,
        userId,
        payload,
        expiresAt: inHours(1),
      },
    })
    return token
  }
  const [invitation, refresh] = [createSecretToken(), createSecretToken()]
  await db.invitation.create({
    data: {
      ...{ id: newId(), tenantId, email: `guest@${marker}.test`, fullName: `Guest ${marker}`, role: 'staff' },
      ...{ tokenHash: hashSecretToken(invitation), invitedBy: userId, expiresAt: inHours(1) },
    },
  })
  await db.refreshToken.create({
    data: {
      ...{ id: newId(), sessionId: people.owner.claims.sid, tenantId },
      ...{ tokenHash: hashSecretToken(refresh), expiresAt: inHours(1) },
    },
  })
  return {
    signIn: await oneTime('sign-in'),
    passwordReset: await oneTime('password-reset'),
    emailChange: await oneTime('email-change'),
    invitation,
    refresh,
  }
}

async function addApiTokens(db: PlatformDb, { tenantId, marker, people }: Holder): Promise<LabApiTokens> {
  const add = async (name: string, changes: { scopes?: string[]; expiresAt?: Date; revokedAt?: Date }) => {
    const token = `berth_${createSecretToken()}`
    await db.apiToken.create({
      data: {
        ...{ id: newId(), tenantId, userId: people.owner.id, name: `${name} ${marker}` },
        ...{ tokenHash: hashSecretToken(token), hint: token.slice(0, 10), scopes: ['*'], ...changes },
      },
    })
    return token
  }
  return {
    good: await add('good', {}),
    narrow: await add('narrow', { scopes: [NARROW_SCOPE] }),
    revoked: await add('revoked', { revokedAt: new Date() }),
    expired: await add('expired', { expiresAt: inHours(-1) }),
  }
}

function inHours(hours: number): Date {
  return new Date(Date.now() + hours * HOUR_MS)
}
