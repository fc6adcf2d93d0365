import { z } from 'zod'

const MAX_EMAIL_LENGTH = 254
const MAX_PASSWORD_LENGTH = 200

/** What somebody types to sign in. Rules for new passwords do not apply: an old one may be shorter. */
export const signInInput = z.strictObject({
  email: z
    .string('Enter your e-mail address.')
    .trim()
    .toLowerCase()
    .min(1, 'Enter your e-mail address.')
    .max(MAX_EMAIL_LENGTH, `At most ${MAX_EMAIL_LENGTH} characters.`)
    .regex(/^$|^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'Enter an e-mail address, such as you@example.com.'),
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(MAX_PASSWORD_LENGTH, `At most ${MAX_PASSWORD_LENGTH} characters.`),
})
export type SignInInput = z.infer<typeof signInInput>
