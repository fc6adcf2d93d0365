import type { Metadata } from 'next'
import { SessionsScreen } from '#src/auth/ui/account/sessions-screen.tsx'

export const metadata: Metadata = { title: 'Sessions' }

/** Where the person is signed in. */
export default function SessionsPage() {
  return <SessionsScreen />
}
