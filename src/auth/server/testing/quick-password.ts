import { hash, verify } from '@node-rs/bcrypt'

/** In place of the product's own passwords, for tests that are not about how long a guess takes. */
const LOWEST_COST = 4

export function hashPassword(password: string): Promise<string> {
  return hash(password, { cost: LOWEST_COST, rejectLongPasswords: true })
}

export function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  return verify(password, passwordHash)
}

export async function verifyAgainstNothing(): Promise<false> {
  return false
}
