'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { NewPasswordField } from '#src/auth/ui/new-password-field.tsx'
import { signInByTicket } from '#src/auth/ui/sign-in-by-ticket.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { ControlInput } from '#src/ui/form/control.tsx'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { acceptInput, type AcceptInvitation } from '../../invitation.ts'

interface AcceptFormProps {
  token: string
  email: string
  /** as whoever invited them wrote it */
  fullName: string
}

/** Name and password of somebody who accepts; then they are signed in. */
export function AcceptForm({ token, email, fullName }: AcceptFormProps) {
  const api = useApi()
  const [end, setEnd] = useState<'leaving' | 'sign-in-yourself'>()
  const { form, failure, submit } = useCallForm({
    schema: acceptInput,
    defaultValues: { token, fullName, password: '' },
    send: async (values) => {
      const { ticket } = await api.invitations.accept.mutate(values)
      setEnd('leaving')
      // The account is there, whatever becomes of the sign-in.
      if ((await signInByTicket(ticket)) !== null) setEnd('sign-in-yourself')
    },
  })
  if (end === 'sign-in-yourself') {
    return (
      <EmptyState
        title="Your account is ready"
        description="Sign in with the password you have just chosen."
        action={
          <Button asChild>
            <a href="/login">Sign in</a>
          </Button>
        }
      />
    )
  }
  return (
    <FormProvider {...form}>
      {/* Sent before the scripts have loaded, the form must still not put the password into the address. */}
      <chakra.form display="grid" gap="5" noValidate method="post" onSubmit={submit}>
        <FormErrorSummary<AcceptInvitation, unknown, AcceptInvitation> show />
        {failure && <SaveFailure error={failure} />}
        <FieldFrame
          path="email"
          controlId="invited-email"
          labelId="invited-email-label"
          label="E-mail"
          hint="You sign in with it."
          hintId="invited-email-hint"
        >
          <ControlInput
            id="invited-email"
            type="email"
            value={email}
            readOnly
            autoComplete="username"
            aria-describedby="invited-email-hint"
          />
        </FieldFrame>
        <TextField<AcceptInvitation>
          name="fullName"
          label="Full name"
          autoComplete="name"
          autoCapitalize="words"
          required
        />
        <NewPasswordField<AcceptInvitation> name="password" label="Password" required />
        <SubmitBar
          label="Accept"
          busyLabel="Opening the workspace"
          busy={form.formState.isSubmitting || end === 'leaving'}
        />
      </chakra.form>
    </FormProvider>
  )
}
