'use client'

import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useNewestRun } from '../overview/use-newest-run.ts'
import { useTenantRenewal } from '../tenant-queries.ts'
import { DangerRow } from './danger-row.tsx'

/** Takes a tenant back that a run has just built. Only while nothing else has been built in it since. */
export function RollbackRow({ tenant }: { tenant: TenantDetails }) {
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)
  const { run } = useNewestRun(tenant.id)
  if (!run || run.kind !== 'create-tenant' || run.state !== 'succeeded') return null
  return (
    <DangerRow
      title="Roll back the sign-up"
      description="For emergencies with a fresh tenant: what its sign-up made is dropped now, without days of grace."
      button="Roll back…"
      order={{
        title: `Roll the sign-up of “${tenant.businessName}” back?`,
        label: 'Roll back now',
        busyLabel: 'Rolling back',
        terms: { confirm: tenant.subdomain, reason: 'required' },
        send: async ({ confirm, reason }) => {
          await api.admin.runs.rollback.mutate({ runId: run.id, confirm, reason })
          await renew()
          toast.success('The sign-up was rolled back')
        },
        children: (
          <>
            <p>Now, and without a way back:</p>
            <ul>
              <li>the schema {tenant.schemaName} with all records, and its role, are dropped;</li>
              <li>everybody in it is signed out;</li>
              <li>the tenant ends as failed. Its sign-up can be started again from nothing.</li>
            </ul>
          </>
        ),
      }}
    />
  )
}
