import { createHmac, type KeyObject } from 'node:crypto'
import type { PlatformDb, PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { Identity } from '../identity.ts'
import type { Caller } from './caller.ts'
import {
  createRefreshToken,
  lockRefreshToken,
  updateRefreshTokenRotated,
  type KnownRefreshToken,
} from './refresh-token.repository.ts'
import { hashSecretToken } from './secret-token.ts'
import { updateSessionRevoked } from './session.repository.ts'
import { createSignInRecord } from './sign-in-audit.repository.ts'

/**
 * How long the same successor is given again, in seconds: two tabs or a lost answer are no theft. What comes
 * later is taken for one.
 */
export const REPLAY_SECONDS = 10

export type Rotation = {
  refreshToken: string
  key: KeyObject
  /** how long the session and the new token live from now on */
  lifetimeSeconds: number
  caller: Caller
}

/**
 * Exchanges a refresh token for its successor. A token that was exchanged a while ago ends its whole session:
 * two parties hold it, and one of them is a thief.
 * @returns the successor, and its person as of now
 * @throws AppError TOKEN_INVALID
 */
export async function rotateRefreshToken(
  db: PlatformDb,
  rotation: Rotation,
): Promise<{ identity: Identity; refreshToken: string }> {
  // Ending the session must last: the refusal is thrown after the commit.
  const identity = await db.$transaction((tx) => rotate(tx, rotation))
  if (!identity) throw new AppError('TOKEN_INVALID')
  return { identity, refreshToken: successorOf(rotation) }
}

async function rotate(tx: PlatformTx, rotation: Rotation): Promise<Identity | null> {
  const tokenHash = hashSecretToken(rotation.refreshToken)
  const known = await lockRefreshToken(tx, tokenHash)
  if (!known?.isAlive) return null
  const { identity, rotatedFor } = known
  if (rotatedFor !== null) {
    if (rotatedFor <= REPLAY_SECONDS) return identity
    await endFamily(tx, known, rotation.caller)
    return null
  }
  const { tenantId, sessionId } = identity
  const { lifetimeSeconds } = rotation
  await updateRefreshTokenRotated(tx, { tokenHash, sessionId, lifetimeSeconds })
  await createRefreshToken(tx, {
    id: newId(),
    sessionId,
    tenantId,
    tokenHash: hashSecretToken(successorOf(rotation)),
    lifetimeSeconds,
  })
  return identity
}

async function endFamily(tx: PlatformTx, { identity }: KnownRefreshToken, caller: Caller): Promise<void> {
  const { tenantId, userId, sessionId } = identity
  if (!(await updateSessionRevoked(tx, sessionId))) return
  await createSignInRecord(tx, {
    tenantId,
    // Whoever showed the token, it need not have been its person.
    actorId: null,
    action: 'auth.token_reused',
    resource: { type: 'session', id: sessionId },
    details: { userId },
    caller,
  })
}

/** Derived, so that it can be given again without being stored anywhere. */
function successorOf({ key, refreshToken }: Pick<Rotation, 'key' | 'refreshToken'>): string {
  return createHmac('sha256', key).update('next').update(refreshToken).digest('base64url')
}
