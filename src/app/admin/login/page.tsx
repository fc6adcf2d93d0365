import type { Metadata } from 'next'
import { SignInForm } from '#src/auth/ui/sign-in-form.tsx'
import { isOwnPath } from '../../own-path.ts'
import { SiteFrame } from '../../site-frame.tsx'

export const metadata: Metadata = { title: 'Sign in to the console', robots: { index: false } }

type LoginQuery = { next?: string | string[]; error?: string | string[] }

/** The sign-in page for people of the platform. `?next=` is the page somebody wanted before. */
export default async function ConsoleLoginPage({ searchParams }: { searchParams: Promise<LoginQuery> }) {
  const { next, error } = await searchParams
  return (
    <SiteFrame>
      <SignInForm
        name="the console"
        hint="For the people who run this installation. Businesses sign in at their own address."
        next={typeof next === 'string' && isOwnPath(next) ? next : '/admin'}
        error={typeof error === 'string' ? error : undefined}
      />
    </SiteFrame>
  )
}
