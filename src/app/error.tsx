'use client'

import { Button } from '@chakra-ui/react/button'
import { useState } from 'react'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { LinkButton } from './link-button.tsx'
import { SiteFrame } from './site-frame.tsx'

/** Said when a page breaks. */
export default function PageError({ reset }: { reset: () => void }) {
  const [requestId] = useState(readRequestId)
  return (
    <SiteFrame>
      <ErrorState
        level={1}
        title="Something went wrong on our side"
        message="The page could not be shown. Nothing you did is lost; trying again often helps."
        code="INTERNAL"
        requestId={requestId}
        action={
          <>
            <Button size="lg" onClick={reset}>
              Try again
            </Button>
            <LinkButton href="/" quiet>
              To the first page
            </LinkButton>
          </>
        }
      />
    </SiteFrame>
  )
}

/** The request that brought the document, as the layout left it there; the server's log knows it. */
function readRequestId(): string | undefined {
  if (typeof document === 'undefined') return undefined
  return document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content
}
