import { v7, validate } from 'uuid'

/** A new time-ordered identifier (UUID version 7, RFC 9562), so that indexes grow at their right edge. */
export function newId(): string {
  return v7()
}

/** True for text that is an identifier, in whatever letters. */
export function isId(text: string): boolean {
  return validate(text)
}
