'use client'

import { FormProvider, useForm } from 'react-hook-form'
import { chakra } from '@chakra-ui/react/styled-system'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { appointments } from '../../resources/appointments.ts'

interface CancelFormProps {
  isBusy: boolean
  onCancel: () => void
  onConfirm: (reason: string) => Promise<void>
}

/** Asks why an appointment is cancelled; the reason is kept with it. */
export function CancelForm({ isBusy, onCancel, onConfirm }: CancelFormProps) {
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <FormProvider {...form}>
      <chakra.form
        display="grid"
        gap="3"
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit(({ reason }) => {
            if (reason.trim() !== '') return onConfirm(reason.trim())
            form.setError('reason', { message: 'Say why it is cancelled.' }, { shouldFocus: true })
            return undefined
          })(event)
        }}
      >
        <TextField
          name="reason"
          label={appointments.fields.cancellationReason.label}
          required
          maxLength={appointments.fields.cancellationReason.max}
          autoComplete="off"
        />
        <SubmitBar
          label="Cancel appointment"
          busyLabel="Cancelling"
          tone="danger"
          busy={isBusy}
          back={{ label: 'Keep it', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}
