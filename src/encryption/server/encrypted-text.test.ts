import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decryptText, encryptText, isOutdated, UnreadableSecretError } from './encrypted-text.ts'
import { createEncryptionKeys, readKeyList } from './encryption-keys.ts'

const base64 = () => randomBytes(32).toString('base64')
const [first, second] = [base64(), base64()]

function keysOf(configured: string, storedSecret: string | null = null) {
  return createEncryptionKeys({ configured, storedSecret })
}

const place = 'tenant-a/api_tokens/kick/access_token'
const keys = keysOf(`one:${first}`)
const secret = encryptText(keys, { text: 'kick-töken', place })

describe('an encrypted text', () => {
  it('is read back, and tells nothing by itself', () => {
    expect(decryptText(keys, { text: secret, place })).toBe('kick-töken')
    expect(secret).not.toContain('kick')
    expect(encryptText(keys, { text: 'kick-töken', place })).not.toBe(secret)
  })

  it('cannot be read at another place', () => {
    const elsewhere = place.replace('tenant-a', 'tenant-b')
    expect(() => decryptText(keys, { text: secret, place: elsewhere })).toThrow(UnreadableSecretError)
  })

  it.each([0, 12, 30])('cannot be read with byte %i changed', (index) => {
    const [version, id, packed = ''] = secret.split('.')
    const bytes = Buffer.from(packed, 'base64url')
    bytes[index] = (bytes[index] ?? 0) ^ 1
    const changed = [version, id, bytes.toString('base64url')].join('.')
    expect(() => decryptText(keys, { text: changed, place })).toThrow(UnreadableSecretError)
  })

  it('is read with an older key, and written with the first', () => {
    const rotated = keysOf(`two:${second},one:${first}`)
    expect(decryptText(rotated, { text: secret, place })).toBe('kick-töken')
    expect(isOutdated(rotated, secret)).toBe(true)
    const renewed = encryptText(rotated, { text: 'kick-töken', place })
    expect(isOutdated(rotated, renewed)).toBe(false)
    expect(() => decryptText(keys, { text: renewed, place })).toThrow(/BERTH_ENCRYPTION_KEYS/)
  })

  it('of the data folder is still read after keys were configured', () => {
    const stored = createEncryptionKeys({ configured: undefined, storedSecret: 's'.repeat(64) })
    const text = encryptText(stored, { text: 'old', place })
    expect(decryptText(keysOf(`one:${first}`, 's'.repeat(64)), { text, place })).toBe('old')
  })
})

describe('a list of keys', () => {
  it.each([
    ['', 'id:base64'],
    ['one', 'id:base64'],
    [`stored:${first}`, 'id:base64'],
    ['one:c2hvcnQ=', 'must be 32 bytes'],
    [`one:${first},one:${second}`, 'two keys are called one'],
  ])('%s is refused', (list, reason) => {
    expect(() => readKeyList(list)).toThrow(reason)
  })
})
