import type { Metadata } from 'next'
import { TeamScreen } from '#src/tenancy/ui/team/team-screen.tsx'

export const metadata: Metadata = { title: 'Team' }

/** The people of the workspace. */
export default function TeamPage() {
  return <TeamScreen />
}
