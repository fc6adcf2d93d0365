'use client'

import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../tenant-details.ts'
import { ImpersonateButton } from './impersonate-button.tsx'
import { Impersonations } from './impersonations.tsx'

/** Who of the platform acted as somebody of a tenant, and the way to do it. */
export function VisitsPanel({ tenant }: { tenant: TenantDetails }) {
  return (
    <Panel
      title="Acting as a person"
      description="With a reason, for an hour at most, and in both audit logs."
      actions={<ImpersonateButton tenant={tenant} />}
    >
      <Impersonations tenantId={tenant.id} />
    </Panel>
  )
}
