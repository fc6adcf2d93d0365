'use client'

import type { FieldValues } from 'react-hook-form'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import type { PasswordScore } from '#src/ui/form/password-strength.tsx'
import type { FieldProps } from '#src/ui/form/use-field.ts'
import { passwordRules, scorePassword } from '../password-policy.ts'

const words = ['not enough yet', 'weak', 'fair', 'good', 'strong']

/** Where somebody makes up a password, with the rules it must meet and how strong it is. */
export function NewPasswordField<TValues extends FieldValues, TTransformed = TValues>(
  props: FieldProps<TValues, TTransformed>,
) {
  return (
    <PasswordField<TValues, TTransformed> {...props} autoComplete="new-password" score={describePassword} />
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
