import type { Metadata } from 'next'
import { LinkButton } from '../link-button.tsx'
import { Notice } from '../notice.tsx'
import { readRequestHost } from '../request-host.ts'
import { SiteFrame } from '../site-frame.tsx'

export const metadata: Metadata = { title: 'This workspace is suspended', robots: { index: false } }

/** Said to everybody on the host of a suspended workspace. */
export default async function WorkspaceSuspendedPage() {
  const { host, domain, requestId } = await readRequestHost()
  return (
    <SiteFrame home={`//${domain}/`}>
      <Notice
        label="403, suspended"
        title="This workspace is suspended"
        actions={<LinkButton href="/">Try again</LinkButton>}
      >
        <p>
          Nobody can sign in to <strong>{host}</strong> at the moment. Nothing in it is lost. If it is yours,
          ask the people who run this platform to open it again.
        </p>
        {requestId && <p>Code TENANT_SUSPENDED, request {requestId}</p>}
      </Notice>
    </SiteFrame>
  )
}
