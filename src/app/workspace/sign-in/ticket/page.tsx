import type { Metadata } from 'next'
import { TicketSignIn } from '#src/auth/ui/ticket-sign-in.tsx'
import { EntranceFrame } from '../../entrance-frame.tsx'
import { readTenant } from '../../read-workspace.ts'

export const metadata: Metadata = { title: 'Opening your workspace' }

/** Where a finished sign-up hands its founder over, with a ticket in the fragment of the address. */
export default async function TicketPage() {
  const { businessName } = await readTenant()
  return (
    <EntranceFrame businessName={businessName}>
      <TicketSignIn />
    </EntranceFrame>
  )
}
