'use client'

import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { changePasswordInput } from '../../account.ts'
import { NewPasswordField } from '../new-password-field.tsx'
import { FormStack } from './form-stack.tsx'

const EMPTY = { currentPassword: '', newPassword: '' }

/** Changes the password; everywhere else the person is signed out. */
export function PasswordForm() {
  const api = useApi()
  const { form, failure, submit } = useCallForm({
    schema: changePasswordInput,
    defaultValues: EMPTY,
    send: async (values) => {
      await api.auth.changePassword.mutate(values)
      form.reset(EMPTY)
      toast.success('Password changed', { description: 'You are signed out everywhere but here.' })
    },
  })
  return (
    <FormProvider {...form}>
      <FormStack noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <PasswordField
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField name="newPassword" label="New password" required />
        <SubmitBar label="Change password" busyLabel="Changing" />
      </FormStack>
    </FormProvider>
  )
}
