'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useLayoutEffect, useState, type ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { SwitchField } from '#src/ui/form/switch-field.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { fullNameInput, roleInput, type Member } from '../../member.ts'
import { RoleField } from '../role-field.tsx'
import { useWorkspace } from '../workspace-context.tsx'
import { useTeamChanges } from './team-queries.ts'

const memberForm = z.object({ fullName: fullNameInput, role: roleInput, isActive: z.boolean() })
type MemberValues = z.infer<typeof memberForm>

interface MemberFormProps {
  member: Member
  onDirtyChange: (isDirty: boolean) => void
  onCancel: () => void
  onSaved: () => void
  /** below the fields */
  children: ReactNode
}

/** Name, role and access of somebody. Only what was changed is sent, so that others' changes stay. */
export function MemberForm({ member, onDirtyChange, onCancel, onSaved, children }: MemberFormProps) {
  const { person } = useWorkspace()
  const { update, refresh } = useTeamChanges()
  // What the form began with; the server refuses to overwrite anything newer.
  const [base, setBase] = useState(member)
  const [isOutdated, setOutdated] = useState(false)
  const { form, failure, submit } = useCallForm({
    schema: memberForm,
    defaultValues: valuesOf(member),
    send: async (values) => {
      try {
        await update({ id: base.id, ...changesOf(values, base), updatedAt: base.updatedAt })
        announce(`${values.fullName} saved`)
        onSaved()
      } catch (thrown) {
        if (callErrorOf(thrown).code !== 'CONFLICT') throw thrown
        await refresh()
        setOutdated(true)
      }
    },
  })
  const { isDirty } = form.formState
  useLayoutEffect(() => onDirtyChange(isDirty), [onDirtyChange, isDirty])
  const isSelf = member.id === person.userId

  function adopt(): void {
    setBase(member)
    setOutdated(false)
    form.reset(valuesOf(member))
  }

  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        <FormErrorSummary<MemberValues, unknown, MemberValues> />
        {failure && <SaveFailure error={failure} />}
        {isOutdated && (
          <FormNotice
            tone="warning"
            title="Somebody changed this person while you were editing"
            actions={
              <Button type="button" size="sm" variant="outline" onClick={adopt}>
                Show what it is now
              </Button>
            }
          >
            Your changes have not been saved.
          </FormNotice>
        )}
        <TextField<MemberValues> name="fullName" label="Full name" autoComplete="off" required />
        <RoleField<MemberValues>
          name="role"
          own={person.role}
          hint={isSelf ? 'Your own role. What you give up, another has to give back.' : undefined}
        />
        {!isSelf && (
          <SwitchField<MemberValues>
            name="isActive"
            label="May sign in"
            hint="Off: signed out everywhere at once, and kept in the team."
          />
        )}
        {children}
        <SubmitBar
          sticky
          label="Save"
          busyLabel="Saving"
          disabled={!isDirty}
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}

function valuesOf({ fullName, role, isActive }: Member): MemberValues {
  return { fullName, role, isActive }
}

function changesOf({ fullName, role, isActive }: MemberValues, base: Member): Partial<MemberValues> {
  return {
    ...(fullName === base.fullName ? {} : { fullName }),
    ...(role === base.role ? {} : { role }),
    ...(isActive === base.isActive ? {} : { isActive }),
  }
}
