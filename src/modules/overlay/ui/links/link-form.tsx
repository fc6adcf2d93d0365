'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { newLinkInput, type NewOverlayLink } from '../../overlay-link.ts'

interface LinkFormProps {
  onCreated: (link: NewOverlayLink) => void
  onCancel: () => void
}

/** What a new link is called. */
export function LinkForm({ onCreated, onCancel }: LinkFormProps) {
  const api = useApi()
  const { form, failure, submit } = useCallForm({
    schema: newLinkInput,
    defaultValues: { name: '' },
    send: async (input) => onCreated(await api.overlay.links.create.mutate(input)),
  })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <TextField
          name="name"
          label="Name"
          hint="Where you use it, such as Main computer."
          maxLength={60}
          autoComplete="off"
          required
        />
        <SubmitBar label="Create link" busyLabel="Creating" back={{ label: 'Cancel', onClick: onCancel }} />
      </chakra.form>
    </FormProvider>
  )
}
