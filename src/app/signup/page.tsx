import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { modules } from '#src/modules/registry.ts'
import { signUpOptionsOf } from '#src/resources/sign-up-options.ts'
import { SignUpWizard } from '#src/tenancy/ui/wizard/sign-up-wizard.tsx'
import { SignInLink } from '../sign-in-link.tsx'
import { SiteFrame } from '../site-frame.tsx'

export const metadata: Metadata = {
  title: 'Create your workspace',
  description: 'Five short steps, and your business has a workspace of its own.',
}

type SignUpQuery = { subdomain?: string | string[]; industry?: string | string[] }

/** The sign-up wizard. `?subdomain=` and `?industry=` are what somebody wanted before they came here. */
export default async function SignUpPage({ searchParams }: { searchParams: Promise<SignUpQuery> }) {
  const { subdomain, industry } = await searchParams
  const domain = (await headers()).get('x-berth-domain') ?? 'berth.localhost'
  return (
    <SiteFrame links={<SignInLink />}>
      <SignUpWizard
        options={signUpOptionsOf(modules, domain)}
        wanted={{
          ...(typeof subdomain === 'string' ? { subdomain } : {}),
          ...(typeof industry === 'string' ? { industry } : {}),
        }}
      />
    </SiteFrame>
  )
}
