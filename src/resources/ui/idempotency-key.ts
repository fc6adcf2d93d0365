/** The key under which a new record was sent, so that a second click or a lost answer does not make two of it. */
export type SentRequest = { fingerprint: string; key: string }

/** The key for these values: that of the last attempt if they are the same, else a new one. */
export function keyOfValues(values: Record<string, unknown>, last: SentRequest | undefined): SentRequest {
  const fingerprint = JSON.stringify(values)
  return last?.fingerprint === fingerprint ? last : { fingerprint, key: createKey() }
}

/** `crypto.randomUUID` exists on secure origins only; plain http on a local network is not one. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
