'use client'

import { passwordRules, scorePassword } from '#src/auth/password-policy.ts'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import type { PasswordScore } from '#src/ui/form/password-strength.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import type { Answers } from './answers.ts'

const words = ['not enough yet', 'weak', 'fair', 'good', 'strong']

/** Third screen: who signs in first. */
export function OwnerStep() {
  return (
    <>
      <TextField<Answers>
        name="owner.fullName"
        label="Full name"
        autoComplete="name"
        autoCapitalize="words"
        required
      />
      <TextField<Answers>
        name="owner.email"
        label="E-mail"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        hint="You sign in with it. We send one message when the workspace is ready."
        required
      />
      <PasswordField<Answers>
        name="owner.password"
        label="Password"
        autoComplete="new-password"
        score={describePassword}
        required
      />
    </>
  )
}

function describePassword(password: string): PasswordScore {
  const level = scorePassword(password)
  return {
    level,
    word: words[level] ?? '',
    rules: passwordRules.map(({ label, test }) => ({ label, met: test(password) })),
  }
}
