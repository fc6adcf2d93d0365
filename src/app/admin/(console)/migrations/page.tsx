import type { Metadata } from 'next'
import { MigrationsScreen } from '#src/admin/ui/migrations/migrations-screen.tsx'

export const metadata: Metadata = { title: 'Migrations' }

/** What the fleet lacks, and the rollouts that bring it. */
export default function MigrationsPage() {
  return <MigrationsScreen />
}
