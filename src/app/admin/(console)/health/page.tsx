import type { Metadata } from 'next'
import { HealthScreen } from '#src/admin/ui/health/health-screen.tsx'

export const metadata: Metadata = { title: 'Health' }

/** How the installation stands. */
export default function HealthPage() {
  return <HealthScreen />
}
