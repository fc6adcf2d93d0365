'use client'

import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useTenantRenewal } from '../tenant-queries.ts'
import { DangerRow } from './danger-row.tsx'

/** Closes the tenant for its people, until somebody opens it again. */
export function SuspendRow({ tenant }: { tenant: TenantDetails }) {
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)
  return (
    <DangerRow
      title="Suspend"
      description="Nobody can work in it until it is activated again. Nothing is removed."
      button="Suspend…"
      order={{
        title: `Suspend “${tenant.businessName}”?`,
        label: 'Suspend',
        busyLabel: 'Suspending',
        terms: { confirm: tenant.subdomain, reason: 'required' },
        send: async ({ reason }) => {
          await api.admin.tenants.suspend.mutate({ tenantId: tenant.id, reason })
          await renew()
          toast.success('The tenant is suspended')
        },
        children: (
          <>
            <p>At once, for everybody in it:</p>
            <ul>
              <li>open pages show that the workspace is suspended;</li>
              <li>calls of programs are refused with TENANT_SUSPENDED;</li>
              <li>nobody can sign in.</li>
            </ul>
            <p>Records, files and settings stay as they are. Its owners are told by mail.</p>
          </>
        ),
      }}
    />
  )
}
