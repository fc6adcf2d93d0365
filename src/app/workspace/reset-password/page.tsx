import type { Metadata } from 'next'
import { ResetPasswordScreen } from '#src/auth/ui/reset/reset-password-screen.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { EntranceFrame } from '../entrance-frame.tsx'
import { readTenant } from '../read-workspace.ts'

export const metadata: Metadata = { title: 'New password' }

/** Where people of a workspace ask for a new password, and where the mailed link lets them choose it. */
export default async function ResetPasswordPage() {
  const { businessName } = await readTenant()
  return (
    <EntranceFrame businessName={businessName}>
      <ApiProvider>
        <ResetPasswordScreen name={businessName} />
      </ApiProvider>
    </EntranceFrame>
  )
}
