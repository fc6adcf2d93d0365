import type { Metadata } from 'next'
import { LinkButton } from './link-button.tsx'
import { Notice } from './notice.tsx'
import { SiteFrame } from './site-frame.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** Said at every address without a page. */
export default function NotFoundPage() {
  return (
    <SiteFrame>
      <Notice
        label="404, not found"
        title="There is nothing at this address"
        actions={<LinkButton href="/">To the first page</LinkButton>}
      >
        <p>The link may be old, or a letter is missing.</p>
      </Notice>
    </SiteFrame>
  )
}
