const MAX_EMAIL_LENGTH = 254
const MAX_PASSWORD_LENGTH = 200
const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u

/** What is wrong with an e-mail address as somebody typed it to sign in, or null. */
export function emailProblem(typed: string): string | null {
  const email = typed.trim()
  if (email === '') return 'Enter your e-mail address.'
  if (email.length > MAX_EMAIL_LENGTH) return `At most ${MAX_EMAIL_LENGTH} characters.`
  return EMAIL.test(email) ? null : 'Enter an e-mail address, such as you@example.com.'
}

/**
 * What is wrong with a password as somebody typed it to sign in, or null. The rules for new passwords do not
 * apply: an old one may be shorter.
 */
export function passwordProblem(typed: string): string | null {
  if (typed === '') return 'Enter your password.'
  return typed.length > MAX_PASSWORD_LENGTH ? `At most ${MAX_PASSWORD_LENGTH} characters.` : null
}
