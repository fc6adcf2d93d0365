import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { guide } from '#src/api-docs/guide/guide.ts'
import { ContentsNav } from '#src/api-docs/ui/contents-nav.tsx'
import { DocsFrame } from '#src/api-docs/ui/docs-frame.tsx'
import { GuideView } from '#src/api-docs/ui/guide-view.tsx'

export const metadata: Metadata = {
  title: 'First steps with the API',
  description: 'From nothing to a workspace, a token and your first records, with commands to copy.',
}

/** The guide to the API. */
export default async function GuidePage() {
  const origin = (await headers()).get('x-berth-origin') ?? ''
  return (
    <DocsFrame
      page="guide"
      title="First steps with the API"
      lead="Everything people do in a workspace, programs can do as well. With a shell and curl you are ten minutes away from your first records; every command here is run by our tests as it stands."
      contents={<ContentsNav parts={guide.map(({ id, title, steps }) => ({ id, title, entries: steps }))} />}
    >
      <GuideView sections={guide} origin={origin} />
    </DocsFrame>
  )
}
