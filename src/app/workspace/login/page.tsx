import type { Metadata } from 'next'
import { SignInForm } from '#src/auth/ui/sign-in-form.tsx'
import { isOwnPath } from '../../own-path.ts'
import { EntranceFrame } from '../entrance-frame.tsx'
import { readTenant } from '../read-workspace.ts'

export const metadata: Metadata = { title: 'Sign in' }

type LoginQuery = { next?: string | string[]; error?: string | string[] }

/** The sign-in page of a workspace. `?next=` is the page somebody wanted before. */
export default async function LoginPage({ searchParams }: { searchParams: Promise<LoginQuery> }) {
  const [{ businessName }, { next, error }] = await Promise.all([readTenant(), searchParams])
  return (
    <EntranceFrame businessName={businessName}>
      <SignInForm
        name={businessName}
        hint="Use the e-mail address your workspace knows you by."
        next={typeof next === 'string' && isOwnPath(next) ? next : undefined}
        error={typeof error === 'string' ? error : undefined}
      />
    </EntranceFrame>
  )
}
