import type { Metadata } from 'next'
import { ConfirmEmailScreen } from '#src/auth/ui/confirm-email-screen.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { EntranceFrame } from '../entrance-frame.tsx'
import { readTenant } from '../read-workspace.ts'

export const metadata: Metadata = { title: 'Confirm your address' }

/** Where the link to a new e-mail address leads. */
export default async function ConfirmEmailPage() {
  const { businessName } = await readTenant()
  return (
    <EntranceFrame businessName={businessName}>
      <ApiProvider>
        <ConfirmEmailScreen name={businessName} />
      </ApiProvider>
    </EntranceFrame>
  )
}
