'use client'

import { GRACE_DAYS } from '#src/tenancy/life-cycle.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useTenantRenewal } from '../tenant-queries.ts'
import { DangerRow } from './danger-row.tsx'

/** Closes the tenant now, and removes it when the days of grace are over. */
export function DeleteRow({ tenant }: { tenant: TenantDetails }) {
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)
  return (
    <DangerRow
      title="Delete"
      description={`Closes it now and removes everything after ${GRACE_DAYS} days, or as many as you choose. Until then it can be restored.`}
      button="Delete…"
      order={{
        title: `Delete “${tenant.businessName}”?`,
        label: 'Schedule deletion',
        busyLabel: 'Scheduling',
        terms: { confirm: tenant.subdomain, reason: 'required', hasGrace: true },
        send: async ({ reason, graceDays, confirm }) => {
          await api.admin.tenants.delete.mutate({ tenantId: tenant.id, reason, graceDays, confirm })
          await renew()
          toast.success('The deletion is scheduled')
        },
        children: (
          <>
            <p>At once nobody can work in it any more, and its owners are told by mail.</p>
            <p>After the days of grace, for good and without another question:</p>
            <ul>
              <li>the schema {tenant.schemaName} with all records, and its role, are dropped;</li>
              <li>all files are removed;</li>
              <li>people, sign-ins and tokens are removed;</li>
              <li>the address {tenant.subdomain} becomes free for others.</li>
            </ul>
            <p>The audit log is kept.</p>
          </>
        ),
      }}
    />
  )
}
