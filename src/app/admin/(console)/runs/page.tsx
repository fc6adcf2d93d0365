import type { Metadata } from 'next'
import { RunsScreen } from '#src/admin/ui/runs/runs-screen.tsx'

export const metadata: Metadata = { title: 'Runs' }

/** The runs of all tenants. */
export default function RunsPage() {
  return <RunsScreen />
}
