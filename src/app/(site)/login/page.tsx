import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { WorkspaceFinder } from '#src/tenancy/ui/workspace-finder.tsx'
import { SiteFrame } from '../../site-frame.tsx'

export const metadata: Metadata = {
  title: 'Sign in',
  description: 'Every workspace has a door of its own: go to yours by its address.',
}

/** People sign in at their workspace's own address; here they find the way to it. */
export default async function LoginPage() {
  const domain = (await headers()).get('x-berth-domain') ?? 'berth.localhost'
  return (
    <SiteFrame>
      <WorkspaceFinder domain={domain} />
    </SiteFrame>
  )
}
