import { escapeIdentifier } from 'pg'

/** PostgreSQL silently cuts longer names, which could make two of them equal. */
const MAX_IDENTIFIER_BYTES = 63

/**
 * The one place where a name becomes part of SQL text.
 * @throws RangeError for names PostgreSQL would cut or refuse.
 */
export function quoteIdentifier(name: string): string {
  if (name.length === 0 || name.includes('\0') || Buffer.byteLength(name) > MAX_IDENTIFIER_BYTES) {
    throw new RangeError(`Not usable as an SQL identifier: ${JSON.stringify(name)}`)
  }
  return escapeIdentifier(name)
}
