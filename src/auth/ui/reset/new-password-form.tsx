'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import Link from 'next/link'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { resetPasswordInput } from '../../account.ts'
import { NewPasswordField } from '../new-password-field.tsx'
import { EntranceHeading } from '../entrance-heading.tsx'

interface NewPasswordFormProps {
  name: string
  token: string
  /** the link has been used or is too old */
  onRefused: () => void
}

/** Chooses a new password with the token of a mailed link. */
export function NewPasswordForm({ name, token, onRefused }: NewPasswordFormProps) {
  const api = useApi()
  const [isDone, setIsDone] = useState(false)
  const { form, failure, submit } = useCallForm({
    schema: resetPasswordInput,
    defaultValues: { token, newPassword: '' },
    send: async (values) => {
      try {
        await api.auth.resetPassword.mutate(values)
        setIsDone(true)
      } catch (thrown) {
        if (callErrorOf(thrown).code !== 'TOKEN_INVALID') throw thrown
        onRefused()
      }
    },
  })
  if (isDone) {
    return (
      <>
        <EntranceHeading title="Your password is changed">
          <p role="status">You were signed out everywhere. Sign in with the new one.</p>
        </EntranceHeading>
        <Button asChild justifySelf="start">
          <Link href="/login">Sign in</Link>
        </Button>
      </>
    )
  }
  return (
    <>
      <EntranceHeading title="Choose a new password">
        For {name}. You are signed out everywhere then.
      </EntranceHeading>
      <FormProvider {...form}>
        <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
          {failure && <SaveFailure error={failure} />}
          <NewPasswordField name="newPassword" label="New password" required />
          <SubmitBar label="Save password" busyLabel="Saving" />
        </chakra.form>
      </FormProvider>
    </>
  )
}
