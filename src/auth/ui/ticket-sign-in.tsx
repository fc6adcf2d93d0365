'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useRef, useState } from 'react'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { signInByTicket } from './sign-in-by-ticket.ts'
import { signInSentence } from './sign-in-sentences.ts'

const Waiting = chakra('p', {
  base: { display: 'flex', alignItems: 'center', gap: '3', textStyle: 'lg', color: 'fg.muted' },
})

/**
 * Takes a one-time ticket from the fragment of the address, which never reaches a server's log, signs in with
 * it and goes on to the workspace.
 */
export function TicketSignIn() {
  const [failure, setFailure] = useState<ErrorCode | null>(null)
  const ticket = useRef<string | null>(null)

  async function signIn(): Promise<void> {
    setFailure(null)
    setFailure(await signInByTicket(ticket.current ?? ''))
  }

  useEffect(() => {
    // React runs effects twice in development; the ticket is good for one use.
    if (ticket.current !== null) return
    ticket.current = takeFragment()
    void signInByTicket(ticket.current).then(setFailure)
  }, [])

  if (failure === null) {
    return (
      <Waiting role="status">
        <Spinner aria-hidden />
        Opening your workspace
      </Waiting>
    )
  }
  return (
    <ErrorState
      level={1}
      title="This link did not sign you in"
      message={signInSentence(failure)}
      action={
        <>
          {failure === 'DEPENDENCY_UNAVAILABLE' && (
            <Button type="button" onClick={() => void signIn()}>
              Try again
            </Button>
          )}
          <Button asChild variant={failure === 'DEPENDENCY_UNAVAILABLE' ? 'outline' : 'solid'}>
            <a href="/login">Sign in with your password</a>
          </Button>
        </>
      }
    />
  )
}

/** The ticket in the address, which neither the address bar nor the history keeps. */
function takeFragment(): string {
  const ticket = window.location.hash.slice(1)
  window.history.replaceState(null, '', window.location.pathname)
  return ticket
}
