'use client'

import { useRouter } from 'next/navigation'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { updateProfileInput } from '../../account.ts'
import { FormStack } from './form-stack.tsx'

/** The name colleagues see. */
export function ProfileForm({ fullName }: { fullName: string }) {
  const api = useApi()
  const router = useRouter()
  const { form, failure, submit } = useCallForm({
    schema: updateProfileInput,
    defaultValues: { fullName },
    send: async (values) => {
      const person = await api.auth.updateProfile.mutate(values)
      form.reset({ fullName: person.fullName })
      toast.success('Name saved')
      // The frame around the page shows the name, too.
      router.refresh()
    },
  })
  const unsaved = useUnsavedChangesWarning(form.formState.isDirty)
  return (
    <FormProvider {...form}>
      <FormStack noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <TextField name="fullName" label="Full name" autoComplete="name" required maxLength={120} />
        <SubmitBar label="Save name" busyLabel="Saving" disabled={!form.formState.isDirty} />
      </FormStack>
      {unsaved.dialog}
    </FormProvider>
  )
}
