import type { Metadata } from 'next'
import { InvitationScreen } from '#src/tenancy/ui/invitation/invitation-screen.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { EntranceFrame } from '../entrance-frame.tsx'
import { readPerson, readTenant } from '../read-workspace.ts'

export const metadata: Metadata = { title: 'Invitation' }

/** Where the link of an invitation leads, with its token in the fragment of the address. */
export default async function InvitationPage() {
  const [{ businessName }, person] = await Promise.all([readTenant(), readPerson()])
  return (
    <EntranceFrame businessName={businessName}>
      <ApiProvider>
        <InvitationScreen signedInAs={person?.email} />
      </ApiProvider>
    </EntranceFrame>
  )
}
