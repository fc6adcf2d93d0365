import type { Metadata } from 'next'
import { ResetPasswordScreen } from '#src/auth/ui/reset/reset-password-screen.tsx'
import { ApiProvider } from '#src/trpc/ui/provider.tsx'
import { SiteFrame } from '../../site-frame.tsx'

export const metadata: Metadata = { title: 'New password' }

/** The same for people of the platform, who sign in on the apex. */
export default function PlatformResetPasswordPage() {
  return (
    <SiteFrame>
      <ApiProvider>
        <ResetPasswordScreen name="the console" />
      </ApiProvider>
    </SiteFrame>
  )
}
