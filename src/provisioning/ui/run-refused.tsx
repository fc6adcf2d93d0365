'use client'

import { Button } from '@chakra-ui/react/button'
import NextLink from 'next/link'
import type { CallError } from '#src/trpc/ui/client.ts'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'

/** Said instead of a run to somebody who may not see it, or whose link is incomplete. */
export function RunRefused({ error, hasToken }: { error: CallError; hasToken: boolean }) {
  return (
    <ErrorState
      level={1}
      title={hasToken ? 'This link does not open a sign-up' : 'This link is not complete'}
      message={
        hasToken
          ? 'The sign-up it leads to does not exist, or the link was changed on its way. Open it once more from where you first got it.'
          : 'A status page opens with the full link from the sign-up, the part behind the # included. Copy it from the browser in which you signed up.'
      }
      code={error.code}
      requestId={error.requestId || undefined}
      action={
        <Button asChild>
          <NextLink href="/signup">Create a workspace</NextLink>
        </Button>
      }
    />
  )
}
