'use client'

import type { TenantDetails } from '../../tenant-details.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'

/** How a tenant stands; one that waits for its end says so. */
export function TenantState({ tenant }: { tenant: Pick<TenantDetails, 'status' | 'deletionDueAt'> }) {
  const { status, deletionDueAt } = tenant
  if (deletionDueAt !== null) return <StatusBadge status="failed" label="To be deleted" />
  return <StatusBadge status={status} />
}
