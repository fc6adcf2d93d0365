import type { Metadata } from 'next'
import { DriftScreen } from '#src/admin/ui/drift/drift-screen.tsx'

export const metadata: Metadata = { title: 'Drift' }

/** Whether tenants are still what they were built as. */
export default function DriftPage() {
  return <DriftScreen />
}
