'use client'

import { TenantScreen } from '#src/admin/ui/tenant/tenant-screen.tsx'
import { modules } from '#src/modules/registry.ts'

/** The screen with all modules there are. */
export function TenantPage({ tenantId }: { tenantId: string }) {
  return <TenantScreen tenantId={tenantId} modules={modules} />
}
