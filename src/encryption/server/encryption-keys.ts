import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

const KEY_BYTES = 32
/** What the key of the data folder is called inside of what it encrypted. */
const STORED_ID = 'stored'

export type EncryptionKey = { id: string; key: KeyObject }

/** Keys for what is stored and must be read again: one to write with, all to read with. */
export type EncryptionKeys = { current: EncryptionKey; byId: ReadonlyMap<string, KeyObject> }

/**
 * Reads a list such as `2026a:3q2+…=,2025:9f8w…=`: names and 32 bytes in base64.
 * @throws RangeError saying what is wrong with which key
 */
export function readKeyList(list: string): EncryptionKey[] {
  const keys = list.split(',').map((entry): EncryptionKey => {
    const [, id = '', encoded = ''] = /^\s*([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(entry) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    if (id === '' || id === STORED_ID)
      throw new RangeError('BERTH_ENCRYPTION_KEYS: each key is written id:base64.')
    if (bytes.length !== KEY_BYTES)
      throw new RangeError(`BERTH_ENCRYPTION_KEYS: key ${id} must be ${KEY_BYTES} bytes in base64.`)
    return { id, key: createSecretKey(bytes) }
  })
  const twice = keys.find(({ id }, index) => keys.findIndex((other) => other.id === id) !== index)
  if (twice) throw new RangeError(`BERTH_ENCRYPTION_KEYS: two keys are called ${twice.id}.`)
  return keys
}

/**
 * The keys of an installation.
 * @param configured what BERTH_ENCRYPTION_KEYS says; its first key is the one to write with
 * @param storedSecret what the data folder holds. It goes on being read where keys were configured later
 * @throws Error when there is neither
 */
export function createEncryptionKeys({
  configured,
  storedSecret,
}: {
  configured: string | undefined
  storedSecret: string | null
}): EncryptionKeys {
  const keys = configured === undefined ? [] : readKeyList(configured)
  if (storedSecret !== null) keys.push({ id: STORED_ID, key: deriveStoredKey(storedSecret) })
  const [current] = keys
  if (!current) throw new Error('There is no key to encrypt with.')
  return { current, byId: new Map(keys.map(({ id, key }) => [id, key])) }
}

function deriveStoredKey(secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'berth encryption v1', KEY_BYTES)))
}
