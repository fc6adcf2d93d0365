import { z } from 'zod'

/** Requirements a password must meet, in the order they are listed to a person. */
export const passwordRules = [
  { id: 'length', label: 'at least 8 characters', test: (value: string) => value.length >= 8 },
  { id: 'upper', label: 'an uppercase letter', test: (value: string) => /\p{Lu}/u.test(value) },
  { id: 'lower', label: 'a lowercase letter', test: (value: string) => /\p{Ll}/u.test(value) },
  { id: 'digit', label: 'a digit', test: (value: string) => /\d/.test(value) },
] as const

/** bcrypt reads 72 bytes; more would be ignored silently, so more is refused. */
const MAX_PASSWORD_BYTES = 72

export const passwordInput = z.string().superRefine((value, context) => {
  const missing = passwordRules.filter((rule) => !rule.test(value)).map((rule) => rule.label)
  if (missing.length > 0) {
    context.addIssue({ code: 'custom', message: `The password still needs ${joinWords(missing)}.` })
  }
  if (new TextEncoder().encode(value).length > MAX_PASSWORD_BYTES) {
    context.addIssue({ code: 'custom', message: `At most ${MAX_PASSWORD_BYTES} bytes.` })
  }
})

/**
 * How hard a password is to guess, from 0 (refused) to 4 (strong): rules met, length and variety.
 * A hint for people, not a security boundary.
 */
export function scorePassword(value: string): 0 | 1 | 2 | 3 | 4 {
  if (passwordRules.some((rule) => !rule.test(value))) return 0
  const variety = new Set(value).size
  let score = 1
  if (value.length >= 11 && variety >= 7) score += 1
  if (value.length >= 14 && variety >= 9) score += 1
  if (/[^\p{L}\d]/u.test(value) && variety >= 8) score += 1
  return score as 1 | 2 | 3 | 4
}

function joinWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
