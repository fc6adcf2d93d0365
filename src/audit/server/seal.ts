import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { Seal } from './seal.repository.ts'

type SealedState = Pick<Seal, 'chain' | 'seq' | 'hash' | 'prunedSeq'>

/** Signs the state of a chain, with a key that the database does not have. */
export function signSeal(key: KeyObject, state: SealedState): Seal {
  return { ...state, keyId: keyIdOf(key), signature: signatureOf(key, state).toString('hex') }
}

/** Whether a seal was made by this installation, by another secret, or by somebody else. */
export function judgeSeal(key: KeyObject, seal: Seal): 'valid' | 'foreign' | 'forged' {
  if (seal.keyId !== keyIdOf(key)) return 'foreign'
  const expected = signatureOf(key, seal)
  const given = Buffer.from(seal.signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected) ? 'valid' : 'forged'
}

function signatureOf(key: KeyObject, { chain, seq, hash, prunedSeq }: SealedState): Buffer {
  return createHmac('sha256', key).update([chain, seq, hash, prunedSeq].join('\n')).digest()
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update('key id').update(key.export()).digest('hex').slice(0, 16)
}
