'use client'

import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useTenantRenewal } from '../tenant-queries.ts'
import { DangerRow } from './danger-row.tsx'

/** Opens a suspended tenant again. */
export function ActivateRow({ tenant }: { tenant: TenantDetails }) {
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)
  return (
    <DangerRow
      title="Activate"
      description="Lifts the suspension: its people can work again at once."
      button="Activate…"
      order={{
        title: `Activate “${tenant.businessName}”?`,
        label: 'Activate',
        busyLabel: 'Activating',
        tone: 'accent',
        terms: { confirm: tenant.subdomain, reason: 'required' },
        send: async ({ reason }) => {
          await api.admin.tenants.activate.mutate({ tenantId: tenant.id, reason })
          await renew()
          toast.success('The tenant is active')
        },
        children: <p>At once its people can sign in, and its programs are answered, as before.</p>,
      }}
    />
  )
}
