import type { Metadata } from 'next'
import { AccountScreen } from '#src/auth/ui/account/account-screen.tsx'
import { readPerson } from '../../../read-workspace.ts'

export const metadata: Metadata = { title: 'My account' }

/** What people may change about themselves. */
export default async function AccountPage() {
  const person = await readPerson()
  return person && <AccountScreen person={person} />
}
