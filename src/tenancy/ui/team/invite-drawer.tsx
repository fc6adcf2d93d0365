'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useCallback, useLayoutEffect, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { createInvitationInput, INVITATION_DAYS, type CreateInvitation } from '../../invitation.ts'
import { RoleField } from '../role-field.tsx'
import { useWorkspace } from '../workspace-context.tsx'
import { useTeamChanges } from './team-queries.ts'

/** Asks whom to invite, and as what. */
export function InviteDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [isDirty, setDirty] = useState(false)
  const { guard, dialog } = useUnsavedChangesWarning(isDirty)
  const finish = useCallback(() => {
    setDirty(false)
    onClose()
  }, [onClose])
  const askToClose = useCallback(() => guard(finish), [guard, finish])
  return (
    <Drawer
      open={open}
      onClose={askToClose}
      title="Invite somebody"
      description={`They get a mail with a link that works for ${INVITATION_DAYS} days.`}
    >
      {open && <InviteForm onDirtyChange={setDirty} onCancel={askToClose} onSent={finish} />}
      {dialog}
    </Drawer>
  )
}

interface InviteFormProps {
  onDirtyChange: (isDirty: boolean) => void
  onCancel: () => void
  onSent: () => void
}

function InviteForm({ onDirtyChange, onCancel, onSent }: InviteFormProps) {
  const { person } = useWorkspace()
  const { invite } = useTeamChanges()
  const { form, failure, submit } = useCallForm({
    schema: createInvitationInput,
    defaultValues: { email: '', fullName: '', role: 'staff' },
    send: async (values) => {
      const { email } = await invite(values)
      toast.success(`Invitation on its way to ${email}`)
      onSent()
    },
  })
  const { isDirty } = form.formState
  useLayoutEffect(() => onDirtyChange(isDirty), [onDirtyChange, isDirty])
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        <FormErrorSummary<CreateInvitation, unknown, CreateInvitation> />
        {failure && <SaveFailure error={failure} />}
        <TextField<CreateInvitation>
          name="email"
          label="E-mail"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
        <TextField<CreateInvitation>
          name="fullName"
          label="Full name (optional)"
          autoComplete="off"
          autoCapitalize="words"
          hint="They can change it."
        />
        <RoleField<CreateInvitation> name="role" own={person.role} />
        <SubmitBar
          sticky
          label="Send invitation"
          busyLabel="Sending"
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}
