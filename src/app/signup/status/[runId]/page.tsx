import type { Metadata } from 'next'
import { RunStatus } from '#src/provisioning/ui/run-status.tsx'
import { SiteFrame } from '../../../site-frame.tsx'

export const metadata: Metadata = {
  title: 'Building your workspace',
  robots: { index: false },
  referrer: 'no-referrer',
}

/** The live status of a sign-up. Everything about it is known to the browser alone. */
export default async function StatusPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params
  return (
    <SiteFrame>
      <RunStatus runId={runId} />
    </SiteFrame>
  )
}
