'use client'

import { NewPasswordField } from '#src/auth/ui/new-password-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import type { Answers } from './answers.ts'

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
      <NewPasswordField<Answers> name="owner.password" label="Password" required />
    </>
  )
}
