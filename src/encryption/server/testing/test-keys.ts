import { createEncryptionKeys, type EncryptionKeys } from '../encryption-keys.ts'

/** One key for a test, the same in each. */
export function createTestKeys(): EncryptionKeys {
  return createEncryptionKeys({
    configured: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    storedSecret: null,
  })
}
