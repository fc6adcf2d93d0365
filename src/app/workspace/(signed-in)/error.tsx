'use client'

import { Button } from '@chakra-ui/react/button'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'

interface ErrorPageProps {
  error: Error & { digest?: string }
  reset: () => void
}

/** Catches what a page of the workspace could not handle; the navigation around it stays. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
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
