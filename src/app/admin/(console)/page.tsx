import type { Metadata } from 'next'
import { OverviewScreen } from '#src/admin/ui/overview/overview-screen.tsx'

export const metadata: Metadata = { title: 'Overview' }

/** The fleet at a glance. */
export default function OverviewPage() {
  return <OverviewScreen />
}
