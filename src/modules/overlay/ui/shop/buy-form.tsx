'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQueryClient } from '@tanstack/react-query'
import { FormProvider, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { readNumber } from '../read-record.ts'
import { useBalance } from '../viewers/use-balance.ts'

const buyForm = z.object({
  quantity: z
    .number('How many?')
    .pipe(z.int('Whole ones, please.').min(1, 'At least 1.').max(1_000, 'At most 1,000.')),
})

interface BuyFormProps {
  viewerId: string
  powerup: AnyRecord
  onBought: () => void
  onCancel: () => void
}

/** How many a viewer buys, and what is left to them then. The server decides whether it is enough. */
export function BuyForm({ viewerId, powerup, onBought, onCancel }: BuyFormProps) {
  const api = useApi()
  const cache = useQueryClient()
  const balance = useBalance(viewerId)?.points
  const { form, failure, submit } = useCallForm({
    schema: buyForm,
    defaultValues: { quantity: 1 },
    send: async ({ quantity }) => {
      const bought = await api.overlay.stream.purchasePowerup.mutate({
        viewerId,
        powerupId: powerup.id,
        quantity,
      })
      await cache.invalidateQueries({ queryKey: recordKeys.module('overlay') })
      onBought()
      toast.success(`${bought.viewer.username} has ${formatNumber(bought.balance)} points left`)
    },
  })
  const quantity = useWatch({ control: form.control, name: 'quantity' })
  const cost = readNumber(powerup, 'cost') * (Number.isInteger(quantity) ? quantity : 1)
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <NumberField name="quantity" label="How many" integer required />
        <Sum cost={cost} balance={balance} />
        <SubmitBar label="Buy" busyLabel="Buying" back={{ label: 'Cancel', onClick: onCancel }} />
      </chakra.form>
    </FormProvider>
  )
}

const Lines = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '2',
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: 'fg.muted' },
    '& dd': { textAlign: 'end' },
  },
})

function Sum({ cost, balance }: { cost: number; balance: number | undefined }) {
  return (
    <Lines aria-live="polite">
      <dt>They have</dt>
      <dd>{balance === undefined ? '…' : formatNumber(balance)}</dd>
      <dt>It costs</dt>
      <dd>{formatNumber(cost)}</dd>
      {balance !== undefined && (
        <>
          <dt>{cost > balance ? 'Missing' : 'Left then'}</dt>
          <chakra.dd fontWeight="semibold" color={cost > balance ? 'fg.error' : undefined}>
            {formatNumber(Math.abs(balance - cost))}
          </chakra.dd>
        </>
      )}
    </Lines>
  )
}
