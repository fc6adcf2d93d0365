/** A key for one wish: sent again with the same key, it comes true once. */
export function createIdempotencyKey(): string {
  // `crypto.randomUUID` exists on secure origins only; plain http on a local network is not one.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
