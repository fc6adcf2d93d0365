'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { useLayoutEffect, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import type { z } from 'zod'
import { createTenantInput } from '#src/admin/tenant-changes.ts'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import { createIdempotencyKey } from '#src/trpc/ui/create-idempotency-key.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { BusinessFields } from './business-fields.tsx'
import { OwnerFields } from './owner-fields.tsx'
import { PlanFields } from './plan-fields.tsx'

export type NewTenantValues = z.input<typeof createTenantInput>

interface NewTenantFormProps {
  options: SignUpOptions
  onDirtyChange: (isDirty: boolean) => void
  onCancel: () => void
}

/** Business, address, owner and plan; then on to the run that builds the workspace. */
export function NewTenantForm({ options, onDirtyChange, onCancel }: NewTenantFormProps) {
  const api = useApi()
  const router = useRouter()
  const { timeZone } = useFormatSettings()
  // One wish, however often its button is pressed after a lost answer.
  const [idempotencyKey] = useState(createIdempotencyKey)
  const { form, failure, submit } = useCallForm({
    schema: createTenantInput,
    defaultValues: {
      business: { name: '' },
      subdomain: '',
      owner: { fullName: '', email: '' },
      preferences: { timezone: timeZone, currency: 'EUR', plan: 'free', modules: [], services: [] },
    },
    send: async (values) => {
      const { runId } = await api.admin.tenants.create.mutate(values, { context: { idempotencyKey } })
      onDirtyChange(false)
      router.push(`/admin/runs/${runId}`)
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
        <BusinessFields options={options} />
        <OwnerFields />
        <PlanFields options={options} />
        <SubmitBar
          sticky
          label="Create tenant"
          busyLabel="Creating"
          back={{ label: 'Cancel', onClick: onCancel }}
        />
      </chakra.form>
    </FormProvider>
  )
}
