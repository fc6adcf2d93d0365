import type { Metadata } from 'next'
import { Notice, NoticeFacts, NoticeLink } from '../notice.tsx'
import { readRequestHost } from '../request-host.ts'
import { SiteFrame } from '../site-frame.tsx'
import { ReturnWhenOpen } from './return-when-open.tsx'

export const metadata: Metadata = { title: 'This workspace is suspended', robots: { index: false } }

/** Said to everybody on the host of a suspended workspace. */
export default async function WorkspaceSuspendedPage() {
  const { host, domain, requestId } = await readRequestHost()
  return (
    <SiteFrame home={`//${domain}/`}>
      <Notice
        label="403, suspended"
        title="This workspace is suspended"
        actions={<NoticeLink href="/">Try again</NoticeLink>}
      >
        <p>
          Nobody can sign in to <strong>{host}</strong> at the moment. Nothing in it is lost. If it is yours,
          ask the people who run this platform to open it again; this page then opens by itself.
        </p>
        <ReturnWhenOpen />
        <NoticeFacts code="TENANT_SUSPENDED" requestId={requestId} />
      </Notice>
    </SiteFrame>
  )
}
