import type { PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import {
  createOneTimeTokenRow,
  hasUnusedOneTimeToken,
  updateOneTimeTokenUsed,
  type OneTimePurpose,
  type UsedOneTimeToken,
} from './one-time-token.repository.ts'
import { createSecretToken, hashSecretToken, isSecretToken } from './secret-token.ts'

/** How long each kind of token works, in seconds. */
const LIFETIME_SECONDS: Record<OneTimePurpose, number> = {
  'sign-in': 60,
  'password-reset': 60 * 60,
  'email-change': 24 * 60 * 60,
}

/** How long a kind of token works, in minutes. */
export function lifetimeMinutes(purpose: OneTimePurpose): number {
  return LIFETIME_SECONDS[purpose] / 60
}

export type OneTimeTokenRequest = {
  purpose: OneTimePurpose
  /** null for people of the platform */
  tenantId: string | null
  userId: string
  /** what the token stands for beyond its person, such as the new e-mail address */
  payload?: Record<string, string>
  /** for a person who does not expect it; otherwise as long as its kind works */
  lifetimeSeconds?: number
}

/**
 * A token with which one person can do one thing at one workspace, once and for a limited time.
 * @returns the token; only its hash is stored
 */
export async function createOneTimeToken(db: PlatformTx, request: OneTimeTokenRequest): Promise<string> {
  const token = createSecretToken()
  await createOneTimeTokenRow(db, {
    payload: {},
    lifetimeSeconds: LIFETIME_SECONDS[request.purpose],
    ...request,
    id: newId(),
    tokenHash: hashSecretToken(token),
  })
  return token
}

/** A token as somebody shows it, and what it is shown for. */
type ShownToken = { token: string; purpose: OneTimePurpose; tenantId: string | null }

/**
 * Makes sure that a token is good, without using it up.
 * @throws AppError TOKEN_INVALID as `redeemOneTimeToken` does
 */
export async function requireOneTimeToken(db: PlatformTx, { token, ...key }: ShownToken): Promise<void> {
  const isGood =
    isSecretToken(token) && (await hasUnusedOneTimeToken(db, { ...key, tokenHash: hashSecretToken(token) }))
  if (!isGood) throw new AppError('TOKEN_INVALID')
}

/**
 * Uses a token up.
 * @returns whose it was, and what it stands for
 * @throws AppError TOKEN_INVALID when it is unknown, used, expired, for something else or for another workspace.
 */
export async function redeemOneTimeToken(
  db: PlatformTx,
  { token, purpose, tenantId }: ShownToken,
): Promise<UsedOneTimeToken> {
  const used = isSecretToken(token)
    ? await updateOneTimeTokenUsed(db, { purpose, tokenHash: hashSecretToken(token), tenantId })
    : null
  if (used === null) throw new AppError('TOKEN_INVALID')
  return used
}
