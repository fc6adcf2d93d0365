import type { Metadata } from 'next'
import { ConsoleAuditLog } from '#src/admin/ui/audit/audit-log.tsx'

export const metadata: Metadata = { title: 'Audit log' }

/** Who did what, anywhere. */
export default function ConsoleAuditPage() {
  return <ConsoleAuditLog />
}
