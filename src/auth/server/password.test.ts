import { webcrypto } from 'node:crypto'
import { parseOptions } from '@node-rs/bcrypt'
import { describe, expect, it } from 'vitest'
import {
  hashPassword,
  PASSWORD_COST,
  UNKNOWN_PASSWORD_HASH,
  verifyAgainstNothing,
  verifyPassword,
} from './password.ts'

async function measure(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

// Real hashing is slow by design, and slower on a busy machine.
describe('passwords', { timeout: 30_000 }, () => {
  it('accepts the right one and refuses others', async () => {
    const stored = await hashPassword('Correct-Horse-1')
    expect(parseOptions(stored).cost).toBe(PASSWORD_COST)
    expect(await verifyPassword('Correct-Horse-1', stored)).toBe(true)
    expect(await verifyPassword('correct-horse-1', stored)).toBe(false)
  })

  it('refuses what bcrypt would cut, instead of accepting its first 72 bytes', async () => {
    const longest = 'é'.repeat(36)
    const stored = await hashPassword(longest)
    expect(await verifyPassword(longest, stored)).toBe(true)
    expect(await verifyPassword(`${longest}x`, stored)).toBe(false)
    await expect(hashPassword(`${longest}x`)).rejects.toThrow(RangeError)
  })

  it('spends the same work on an account that does not exist', async () => {
    expect(parseOptions(UNKNOWN_PASSWORD_HASH).cost).toBe(PASSWORD_COST)
    expect(await verifyAgainstNothing()).toBe(false)
  })

  it('leaves a thread to token checks while many people sign in', async () => {
    const stored = await hashPassword('Correct-Horse-1')
    const bytes = new Uint8Array(32)
    const key = await webcrypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ])
    const burst = Promise.all(Array.from({ length: 6 }, () => verifyPassword('Correct-Horse-1', stored)))
    const waited = await measure(() => webcrypto.subtle.sign('HMAC', key, bytes))
    const whole = await measure(() => burst)
    expect(waited).toBeLessThan(whole / 4)
  })
})
