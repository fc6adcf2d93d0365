import type { TenantStatus } from '#src/tenancy/tenant.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'

interface TenantStatusBadgeProps {
  status: TenantStatus
  /** when it is to be deleted for good, if that is ordered */
  deletionDueAt?: string | null
  variant?: 'tint' | 'plain'
}

/** Where a tenant stands, as icon, word and colour. */
export function TenantStatusBadge({
  status,
  deletionDueAt = null,
  variant = 'tint',
}: TenantStatusBadgeProps) {
  const isEnding = status === 'cancelled' && deletionDueAt !== null
  return <StatusBadge status={status} variant={variant} {...(isEnding ? { label: 'To be deleted' } : {})} />
}
