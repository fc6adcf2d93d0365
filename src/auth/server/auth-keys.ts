import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** One key per purpose, so that what was made for one is worthless for another. */
export type AuthKeys = {
  /** signs access tokens of the API */
  accessToken: KeyObject
  /** derives the successor of a refresh token */
  refreshToken: KeyObject
  /** encrypts session cookies and signs the tokens that guard forms */
  webSession: string
  /** makes the marks that stand for unknown accounts in the audit log */
  audit: KeyObject
  /** seals the chains of the audit log */
  auditSeal: KeyObject
}

const KEY_BYTES = 32

/**
 * Derives the keys from the one secret of the installation (HKDF with SHA-256, RFC 5869).
 * @param authSecret at least 32 characters
 */
export function deriveAuthKeys(authSecret: string): AuthKeys {
  return {
    accessToken: createSecretKey(derive(authSecret, 'access token')),
    refreshToken: createSecretKey(derive(authSecret, 'refresh token')),
    webSession: derive(authSecret, 'web session').toString('base64url'),
    audit: createSecretKey(derive(authSecret, 'audit')),
    auditSeal: createSecretKey(derive(authSecret, 'audit seal')),
  }
}

function derive(authSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret, '', `berth ${purpose} v1`, KEY_BYTES))
}
