'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { requestPasswordResetInput } from '../../account.ts'
import { EntranceHeading } from '../entrance-heading.tsx'

interface RequestResetFormProps {
  name: string
  /** the link that led here did not work */
  isAfterRefusal: boolean
}

/** Asks for a mail with which a new password can be chosen. Whether there is such an account is not said. */
export function RequestResetForm({ name, isAfterRefusal }: RequestResetFormProps) {
  const api = useApi()
  const router = useRouter()
  const [sentTo, setSentTo] = useState<string>()
  const { form, failure, submit } = useCallForm({
    schema: requestPasswordResetInput,
    defaultValues: { email: '' },
    send: async (values) => {
      await api.auth.requestPasswordReset.mutate(values)
      setSentTo(values.email)
    },
  })
  if (sentTo !== undefined) {
    return (
      <>
        <EntranceHeading title="Check your mail">
          <p role="status">
            If {sentTo} has an account at {name}, a link is on its way. It works once, for an hour.
          </p>
        </EntranceHeading>
        <Button asChild variant="outline" justifySelf="start">
          <Link href="/login">Back to sign in</Link>
        </Button>
      </>
    )
  }
  return (
    <>
      <EntranceHeading title="Forgot your password?">
        We send you a link with which you choose a new one for {name}.
      </EntranceHeading>
      <FormProvider {...form}>
        <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
          {isAfterRefusal && (
            <FormNotice tone="warning" title="That link does not work any more">
              Links work once, and not for long. Ask for a new one here.
            </FormNotice>
          )}
          {failure && <SaveFailure error={failure} />}
          <TextField
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <SubmitBar
            label="Send link"
            busyLabel="Sending"
            back={{ label: 'Back to sign in', onClick: () => router.push('/login') }}
          />
        </chakra.form>
      </FormProvider>
    </>
  )
}
