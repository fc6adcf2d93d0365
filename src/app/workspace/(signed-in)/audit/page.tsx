import type { Metadata } from 'next'
import { AuditScreen } from '#src/resources/ui/audit/audit-screen.tsx'

export const metadata: Metadata = { title: 'Audit log' }

/** Who did what in the workspace. */
export default function AuditPage() {
  return <AuditScreen />
}
