'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useMemo, type ReactNode } from 'react'
import { FormProvider } from 'react-hook-form'
import { GRACE_DAYS } from '#src/tenancy/life-cycle.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { NumberField } from '#src/ui/form/number-field.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { TextField } from '#src/ui/form/text-field.tsx'
import { TextareaField } from '#src/ui/form/textarea-field.tsx'
import { orderSchema, type OrderInput, type OrderTerms, type OrderValues } from './order-values.ts'

const Told = chakra('div', {
  base: {
    display: 'grid',
    gap: '3',
    textWrap: 'pretty',
    '& ul': { display: 'grid', gap: '1.5', ps: '5', listStyle: 'disc', color: 'fg.muted' },
  },
})

interface OrderDrawerProps {
  open: boolean
  onClose: () => void
  title: string
  /** a verb: `Suspend` */
  label: string
  busyLabel: string
  tone?: 'accent' | 'danger'
  terms: OrderTerms
  /** does it; what it throws is shown, and the drawer stays */
  send: (values: OrderValues) => Promise<void>
  /** what exactly will happen, and when */
  children: ReactNode
}

/** Says what will happen to a tenant, and asks for whatever is needed to do it. */
export function OrderDrawer({ open, onClose, title, children, ...order }: OrderDrawerProps) {
  return (
    <Drawer open={open} onClose={onClose} title={title}>
      <chakra.div display="grid" gap="6">
        <Told>{children}</Told>
        <OrderForm {...order} onClose={onClose} />
      </chakra.div>
    </Drawer>
  )
}

/** Mounted anew each time the drawer opens, so that nothing typed before is left. */
function OrderForm({
  terms,
  label,
  busyLabel,
  tone = 'danger',
  send,
  onClose,
}: Omit<OrderDrawerProps, 'open' | 'title' | 'children'>) {
  const { confirm, reason, hasGrace = false } = terms
  const schema = useMemo(() => orderSchema({ confirm, reason, hasGrace }), [confirm, reason, hasGrace])
  const { form, failure, submit } = useCallForm<OrderInput, OrderValues>({
    schema,
    defaultValues: { reason: '', graceDays: GRACE_DAYS, confirm: '' },
    send: async (values) => {
      await send(values)
      onClose()
    },
  })
  return (
    <FormProvider {...form}>
      <chakra.form display="grid" gap="5" noValidate onSubmit={submit}>
        {failure && <SaveFailure error={failure} />}
        <TextareaField<OrderInput, OrderValues>
          name="reason"
          label={reason === 'optional' ? 'Reason (optional)' : 'Reason'}
          hint="Kept in the log of the tenant, where its people read it too."
          maxLength={300}
          required={reason === 'required'}
        />
        {hasGrace && (
          <NumberField<OrderInput, OrderValues>
            name="graceDays"
            label="Days until it is gone"
            hint="As long as that it can be restored."
            unit="days"
            integer
            required
          />
        )}
        {confirm !== undefined && (
          <TextField<OrderInput, OrderValues>
            name="confirm"
            label={`Type ${confirm} to confirm`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
        <SubmitBar
          label={label}
          busyLabel={busyLabel}
          tone={tone}
          back={{ label: 'Cancel', onClick: onClose }}
          sticky
        />
      </chakra.form>
    </FormProvider>
  )
}
