'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { PasswordField } from '#src/ui/form/password-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { requestEmailChangeInput } from '../../account.ts'
import { FormStack } from './form-stack.tsx'

const EMPTY = { newEmail: '', currentPassword: '' }

/** Asks for another address to sign in with; nothing changes before it was confirmed by mail. */
export function EmailForm({ email }: { email: string }) {
  const api = useApi()
  const [sentTo, setSentTo] = useState<string>()
  const { form, failure, submit } = useCallForm({
    schema: requestEmailChangeInput,
    defaultValues: EMPTY,
    send: async (values) => {
      await api.auth.requestEmailChange.mutate(values)
      form.reset(EMPTY)
      setSentTo(values.newEmail)
    },
  })
  return (
    <FormProvider {...form}>
      <FormStack noValidate onSubmit={submit}>
        <chakra.p color="fg.muted" overflowWrap="anywhere">
          You sign in with <chakra.strong color="fg">{email}</chakra.strong>.
        </chakra.p>
        {sentTo !== undefined && (
          <chakra.p role="status" overflowWrap="anywhere">
            Check the mailbox of {sentTo}: the link in the mail makes it your address. Until then nothing
            changes.
          </chakra.p>
        )}
        {failure && <SaveFailure error={failure} />}
        <TextField
          name="newEmail"
          label="New e-mail"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PasswordField
          name="currentPassword"
          label="Your password"
          autoComplete="current-password"
          required
        />
        <SubmitBar label="Send confirmation" busyLabel="Sending" />
      </FormStack>
    </FormProvider>
  )
}
