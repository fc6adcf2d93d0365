import type { Metadata } from 'next'
import { Dashboard } from '#src/resources/ui/dashboard/dashboard.tsx'
import { readClock } from '../read-workspace.ts'

export const metadata: Metadata = { title: 'Dashboard' }

/** The first page of a workspace. */
export default function DashboardPage() {
  return <Dashboard now={readClock()} />
}
