'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { consoleKeys } from '../console-keys.ts'
import { orderSchema, type OrderInput, type OrderValues } from '../tenant/order-values.ts'

interface RepairFormProps {
  tenantId: string
  subdomain: string
  /** the plan that was read: that one is carried out, or none */
  plan: string
  onClose: () => void
}

/** The subdomain, typed, and the button that repairs. */
export function RepairForm({ tenantId, subdomain, plan, onClose }: RepairFormProps) {
  const api = useApi()
  const cache = useQueryClient()
  const schema = useMemo(() => orderSchema({ confirm: subdomain, reason: 'optional' }), [subdomain])
  const { form, failure, submit } = useCallForm<OrderInput, OrderValues>({
    schema,
    defaultValues: { reason: '', graceDays: 1, confirm: '' },
    send: async ({ confirm }) => {
      const { result } = await api.admin.drift.repair.mutate({ tenantId, plan, confirm })
      await cache.invalidateQueries({ queryKey: consoleKeys.drift })
      const left = result?.remaining.length ?? 0
      if (left === 0) toast.success(`${subdomain} is as it should be`)
      else
        toast.error(left === 1 ? 'One difference is left' : `${left} differences are left`, {
          description: result?.failed[0]?.message ?? 'They are for a person to put right.',
        })
      onClose()
    },
  })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <TextField<OrderInput, OrderValues>
          name="confirm"
          label={`Type ${subdomain} to confirm`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <SubmitBar
          label="Repair"
          busyLabel="Repairing"
          tone="accent"
          back={{ label: 'Cancel', onClick: onClose }}
          sticky
        />
      </chakra.form>
    </FormProvider>
  )
}
