'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SaveFailure } from '#src/trpc/ui/save-failure.tsx'
import { useCallForm } from '#src/trpc/ui/use-call-form.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { FormErrorSummary } from '#src/ui/form/form-error-summary.tsx'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import { SubmitBar } from '#src/ui/form/submit-bar.tsx'
import { useUnsavedChangesWarning } from '#src/ui/form/use-unsaved-changes-warning.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { tenantSettings, type TenantDetails, type TenantSettings } from '../../tenant-settings.ts'
import { useTenantChanges } from './use-tenant-settings.ts'
import { WorkspaceFields } from './workspace-fields.tsx'

interface WorkspaceFormProps {
  tenant: TenantDetails
  /** false shows what is stored to people who may only read it */
  mayChange: boolean
}

/** Name, ways to reach the business, timezone and currency. What somebody else changed meanwhile is not overwritten. */
export function WorkspaceForm({ tenant, mayChange }: WorkspaceFormProps) {
  const router = useRouter()
  const { update, refresh } = useTenantChanges()
  // What the form began with: the server refuses to overwrite anything newer.
  const [base, setBase] = useState(tenant)
  const [isOutdated, setOutdated] = useState(false)
  const { form, failure, submit } = useCallForm({
    schema: tenantSettings,
    defaultValues: valuesOf(tenant),
    send: async (values) => {
      try {
        const stored = await update({ ...values, updatedAt: base.updatedAt })
        adopt(stored)
        toast.success('Settings saved')
        // The frame around the page shows name, times and amounts by them.
        router.refresh()
      } catch (thrown) {
        if (callErrorOf(thrown).code !== 'CONFLICT') throw thrown
        await refresh()
        setOutdated(true)
      }
    },
  })
  const { isDirty } = form.formState
  const unsaved = useUnsavedChangesWarning(isDirty)

  function adopt(stored: TenantDetails): void {
    setBase(stored)
    setOutdated(false)
    form.reset(valuesOf(stored))
  }

  return (
    <Panel title="Business">
      <FormProvider {...form}>
        <chakra.form display="grid" gap="5" maxW="form" noValidate onSubmit={submit}>
          <FormErrorSummary<TenantSettings, unknown, TenantSettings> />
          {failure && <SaveFailure error={failure} />}
          {isOutdated && (
            <FormNotice
              tone="warning"
              title="Somebody changed these settings while you were editing"
              actions={
                <>
                  <Button type="button" size="sm" variant="outline" onClick={() => keepMine()}>
                    Keep my changes
                  </Button>
                  <Button type="button" size="sm" variant="ghost" onClick={() => adopt(tenant)}>
                    Discard my changes
                  </Button>
                </>
              }
            >
              Nothing has been saved yet. Keep yours and save again, or see what it is now.
            </FormNotice>
          )}
          <WorkspaceFields readOnly={!mayChange} />
          {mayChange && <SubmitBar label="Save" busyLabel="Saving" disabled={!isDirty} />}
        </chakra.form>
      </FormProvider>
      {unsaved.dialog}
    </Panel>
  )

  /** What was typed stays; everything else becomes what is stored now. */
  function keepMine(): void {
    setBase(tenant)
    setOutdated(false)
    form.reset(valuesOf(tenant), { keepDirtyValues: true })
  }
}

function valuesOf({
  businessName,
  phone,
  address,
  timezone,
  currency,
  language,
}: TenantDetails): TenantSettings {
  return { businessName, phone, address, timezone, currency, language }
}
