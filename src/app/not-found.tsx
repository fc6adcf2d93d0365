import type { Metadata } from 'next'
import { Notice, NoticeLink } from './notice.tsx'
import { PlainFrame } from './plain-frame.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** Said at every address without a page. */
export default function NotFoundPage() {
  return (
    <PlainFrame>
      <Notice
        label="404, not found"
        title="There is nothing at this address"
        actions={<NoticeLink href="/">To the first page</NoticeLink>}
      >
        <p>The link may be old, or a letter is missing.</p>
      </Notice>
    </PlainFrame>
  )
}
