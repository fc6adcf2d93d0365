import { v7 } from 'uuid'

/** A new time-ordered identifier (UUID version 7, RFC 9562), so that indexes grow at their right edge. */
export function newId(): string {
  return v7()
}
