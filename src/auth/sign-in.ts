import { z } from 'zod'
import { emailProblem, passwordProblem } from './sign-in-problems.ts'

/** What somebody types to sign in. */
export const signInInput = z.strictObject({
  email: judgedText(emailProblem).trim().toLowerCase(),
  password: judgedText(passwordProblem),
})
export type SignInInput = z.infer<typeof signInInput>

/** A text that is judged by the same function as in the browser, which does without zod. */
export function judgedText(problemOf: (typed: string) => string | null) {
  return z.string(problemOf('') ?? undefined).superRefine((typed, context) => {
    const message = problemOf(typed)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })
}
