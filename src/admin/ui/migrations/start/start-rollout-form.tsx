'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useLayoutEffect, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { createIdempotencyKey } from '#src/trpc/ui/create-idempotency-key.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useMigrationRenewal } from '../migration-queries.ts'
import { CanaryFields } from './canary-fields.tsx'
import { PaceFields } from './pace-fields.tsx'
import { defaultForm, rolloutForm } from './rollout-form.ts'

interface StartRolloutFormProps {
  behind: number
  onDirtyChange: (isDirty: boolean) => void
  onDone: () => void
  onCancel: () => void
}

/** Who goes first, how many at a time, and what stops it. */
export function StartRolloutForm({ behind, onDirtyChange, onDone, onCancel }: StartRolloutFormProps) {
  const api = useApi()
  const renew = useMigrationRenewal()
  // One wish, however often its button is pressed after a lost answer.
  const [idempotencyKey] = useState(createIdempotencyKey)
  const { form, failure, submit } = useCallForm({
    schema: rolloutForm,
    defaultValues: defaultForm(),
    send: async (settings) => {
      const { rolloutId } = await api.admin.migrations.start.mutate(
        { settings },
        { context: { idempotencyKey } },
      )
      if (rolloutId === null) toast.success('Nothing to do: every tenant has what this code has')
      await renew()
      onDone()
    },
  })
  const { isDirty, isSubmitSuccessful } = form.formState
  useLayoutEffect(
    () => onDirtyChange(isDirty && !isSubmitSuccessful),
    [onDirtyChange, isDirty, isSubmitSuccessful],
  )

  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="8" noValidate onSubmit={submit}>
        <FormErrorSummary />
        {failure && <SaveFailure error={failure} />}
        <CanaryFields behind={behind} />
        <PaceFields />
        <SubmitBar
          sticky
          label="Start the rollout"
          busyLabel="Starting"
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}
