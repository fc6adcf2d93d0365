'use client'

import type { UpdateTenant } from '#src/tenancy/tenant-settings.ts'
import { WorkspaceForm } from '#src/tenancy/ui/settings/workspace-form.tsx'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useConsole } from '../../console-context.tsx'
import { useTenantRenewal } from '../tenant-queries.ts'

/** What the people of the tenant may change about it, changed for them. */
export function SettingsTab({ tenant }: { tenant: TenantDetails }) {
  const { mayChange } = useConsole()
  const api = useApi()
  const renew = useTenantRenewal(tenant.id)

  async function update(change: UpdateTenant) {
    const stored = await api.admin.tenants.update.mutate({ tenantId: tenant.id, ...change })
    await renew()
    return stored
  }

  return <WorkspaceForm tenant={tenant} mayChange={mayChange} update={update} refresh={renew} />
}
