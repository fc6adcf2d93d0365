'use client'

import { useState } from 'react'
import { Notice, NoticeFacts, NoticeLink } from './notice.tsx'
import styles from './notice.module.css'
import { PlainFrame } from './plain-frame.tsx'

/** Said when a page breaks. */
export default function PageError({ reset }: { reset: () => void }) {
  const [requestId] = useState(readRequestId)
  return (
    <PlainFrame>
      <Notice
        label="500, our fault"
        title="Something went wrong on our side"
        actions={
          <>
            <button type="button" className={styles.primary} onClick={reset}>
              Try again
            </button>
            <NoticeLink href="/" quiet>
              To the first page
            </NoticeLink>
          </>
        }
      >
        <p>The page could not be shown. Nothing you did is lost, and trying again often helps.</p>
        <NoticeFacts code="INTERNAL" requestId={requestId} />
      </Notice>
    </PlainFrame>
  )
}

/** The request that brought the document, as the layout left it there; the server's log knows it. */
function readRequestId(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content
}
