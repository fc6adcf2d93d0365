'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQueryClient } from '@tanstack/react-query'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { RadioCardsField } from '#src/ui/form/radio-cards-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'

const MAX_POINTS = 1_000_000_000

const pointsForm = z.object({
  direction: z.enum(['give', 'take']),
  amount: z
    .number('How many points?')
    .pipe(z.int('Whole points, please.').min(1, 'At least 1.').max(MAX_POINTS, 'At most 1,000,000,000.')),
  description: z.string().trim().max(300, 'At most 300 characters.'),
})
type PointsInput = z.input<typeof pointsForm>

const directions = [
  { value: 'give', label: 'Give' },
  { value: 'take', label: 'Take' },
]

/** Gives a viewer points by hand, or takes some. */
export function PointsForm({ viewerId }: { viewerId: string }) {
  const api = useApi()
  const cache = useQueryClient()
  const { form, failure, submit } = useCallForm({
    schema: pointsForm,
    defaultValues: { direction: 'give', description: '' },
    send: async ({ direction, amount, description }) => {
      const change = { viewerId, amount, ...(description === '' ? {} : { description }) }
      const moved =
        direction === 'give'
          ? await api.overlay.stream.awardPoints.mutate(change)
          : await api.overlay.stream.spendPoints.mutate({ ...change, source: 'admin' })
      await cache.invalidateQueries({ queryKey: recordKeys.module('overlay') })
      form.reset({ direction, description: '' })
      toast.success(`${moved.viewer.username} has ${formatNumber(moved.balance)} points now`)
    },
  })
  const direction = useWatch({ control: form.control, name: 'direction' })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="4" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <RadioCardsField<PointsInput, z.output<typeof pointsForm>>
          name="direction"
          label="Give or take"
          hideLabel
          options={directions}
        />
        <NumberField<PointsInput, z.output<typeof pointsForm>>
          name="amount"
          label="Points"
          integer
          required
        />
        <TextField<PointsInput, z.output<typeof pointsForm>>
          name="description"
          label="What for"
          hint="Stands in the viewer's history."
          maxLength={300}
          autoComplete="off"
        />
        <SubmitBar
          label={direction === 'take' ? 'Take points' : 'Give points'}
          busyLabel={direction === 'take' ? 'Taking' : 'Giving'}
        />
      </chakra.form>
    </FormProvider>
  )
}
