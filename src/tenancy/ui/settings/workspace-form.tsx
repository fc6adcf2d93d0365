'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
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
import { tenantSettings, type TenantSettings, type UpdateTenant } from '../../tenant-settings.ts'
import { WorkspaceFields } from './workspace-fields.tsx'

/** What the form shows, and which version of it. */
export type StoredSettings = TenantSettings & { updatedAt: string }

interface WorkspaceFormProps {
  tenant: StoredSettings
  /** false shows what is stored to people who may only read it */
  mayChange: boolean
  /** stores a change; CONFLICT when somebody else was faster */
  update: (change: UpdateTenant) => Promise<StoredSettings>
  /** loads what is stored by now */
  refresh: () => Promise<void>
}

/** Name, ways to reach the business, timezone and currency. What somebody else changed meanwhile is not overwritten. */
export function WorkspaceForm({ tenant, mayChange, update, refresh }: WorkspaceFormProps) {
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
      } catch (thrown) {
        if (callErrorOf(thrown).code !== 'CONFLICT') throw thrown
        await refresh()
        setOutdated(true)
      }
    },
  })
  const { isDirty } = form.formState
  const unsaved = useUnsavedChangesWarning(isDirty)

  function adopt(stored: StoredSettings): void {
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
}: StoredSettings): TenantSettings {
  return { businessName, phone, address, timezone, currency, language }
}
