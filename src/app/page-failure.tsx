'use client'

import { Button } from '@chakra-ui/react/button'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'

export interface PageFailureProps {
  error: Error & { digest?: string }
  reset: () => void
}

/** Says that a page has failed in a way nobody foresaw; the navigation around it stays. */
export function PageFailure({ error, reset }: PageFailureProps) {
  return (
    <ErrorState
      level={1}
      title="This page stopped working"
      message="Nothing you saved is lost. Try again; if it happens again, reload the page."
      code={error.digest}
      action={
        <>
          <Button onClick={reset}>Try again</Button>
          <Button variant="outline" onClick={() => window.location.reload()}>
            Reload
          </Button>
        </>
      }
    />
  )
}
