import { randomInt } from 'node:crypto'
import { passwordInput } from '../password-policy.ts'

const GROUPS = 4
const GROUP_LENGTH = 5
/** No characters that look alike on a screen. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password to be read from a screen once, good enough for the rules of all passwords. */
export function generatePassword(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  )
  const password = groups.join('-')
  return passwordInput.safeParse(password).success ? password : generatePassword()
}
