import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { EncryptionKeys } from './encryption-keys.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/** Raised when a stored text is read with keys, or at a place, it was not written for; the cause says no more. */
export class UnreadableSecretError extends Error {
  constructor(keyId: string) {
    super(
      `A stored secret cannot be read with key ${keyId}. ` +
        'BERTH_ENCRYPTION_KEYS must list every key that is still in use.',
    )
    this.name = 'UnreadableSecretError'
  }
}

/** A text, and the place it is stored at: copied to another row or column, it cannot be read. */
export type PlacedText = { text: string; place: string }

/**
 * Encrypts a text with the current key (AES-256-GCM, a nonce of its own).
 * @returns `v1.<key id>.<nonce, text and tag in base64url>`
 */
export function encryptText({ current }: EncryptionKeys, { text, place }: PlacedText): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, current.key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place, 'utf8'))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const packed = Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
  return [VERSION, current.id, packed].join('.')
}

/**
 * Reads what `encryptText` wrote for the same place.
 * @throws UnreadableSecretError when the key is not known any more, the place is another, or a bit has changed
 */
export function decryptText({ byId }: EncryptionKeys, { text, place }: PlacedText): string {
  const [version, id = '', packed = ''] = text.split('.')
  const key = byId.get(id)
  const bytes = Buffer.from(packed, 'base64url')
  if (version !== VERSION || !key || bytes.length < NONCE_BYTES + TAG_BYTES)
    throw new UnreadableSecretError(id)
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(place, 'utf8'))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    throw new UnreadableSecretError(id)
  }
}

/** True for a text that was written with another key than the one that is written with now. */
export function isOutdated({ current }: EncryptionKeys, text: string): boolean {
  return text.split('.')[1] !== current.id
}
