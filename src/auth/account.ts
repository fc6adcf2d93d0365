import { z } from 'zod'
import { passwordInput } from './password-policy.ts'
import { emailProblem, passwordProblem } from './sign-in-problems.ts'
import { judgedText } from './sign-in.ts'

const email = judgedText(emailProblem).trim().toLowerCase()
const knownPassword = judgedText(passwordProblem)

/** A token out of a mail. Whether it is one of ours is said by one answer, whatever is wrong with it. */
export const mailedToken = z.string('The link is not complete.').min(1, 'The link is not complete.')

export const subdomainInput = z
  .string('Enter the subdomain of your workspace.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter the subdomain of your workspace, or leave it out.')
  .max(63, 'At most 63 characters.')
  .optional()
  .describe('needed on the apex host only; without it people of the platform are meant there')

export const changePasswordInput = z.strictObject({
  currentPassword: knownPassword,
  newPassword: passwordInput,
})
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const requestPasswordResetInput = z.strictObject({ email, subdomain: subdomainInput })

export const resetPasswordInput = z.strictObject({
  token: mailedToken,
  newPassword: passwordInput,
  subdomain: subdomainInput,
})
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>

export const requestEmailChangeInput = z.strictObject({ newEmail: email, currentPassword: knownPassword })
export type RequestEmailChangeInput = z.infer<typeof requestEmailChangeInput>

export const confirmEmailChangeInput = z.strictObject({ token: mailedToken, subdomain: subdomainInput })

export const updateProfileInput = z.strictObject({
  fullName: z
    .string('Enter your name.')
    .trim()
    .min(1, 'Enter your name.')
    .max(120, 'At most 120 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Enter a name without control characters.'),
})
export type UpdateProfileInput = z.infer<typeof updateProfileInput>
