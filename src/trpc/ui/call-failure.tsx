'use client'

import { Button } from '@chakra-ui/react/button'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { leaveForSignIn } from '#src/auth/ui/leave-for-sign-in.ts'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import type { CallError } from './client.ts'

interface CallFailureProps {
  title: string
  error: CallError
  onRetry: () => void
  /** another way out, before the one of trying again */
  action?: ReactNode
}

/** Why something could not be loaded, and the ways out that fit: sign in again, try again, or another one. */
export function CallFailure({ title, error, onRetry, action }: CallFailureProps) {
  return (
    <ErrorState
      title={error.code === 'UNAUTHENTICATED' ? 'You have been signed out' : title}
      message={error.code === 'UNAUTHENTICATED' ? 'Sign in again to go on.' : error.message}
      code={error.code}
      requestId={error.requestId || undefined}
      action={
        <>
          {action}
          {error.code === 'UNAUTHENTICATED' ? (
            <Button onClick={() => leaveForSignIn('UNAUTHENTICATED')}>Sign in</Button>
          ) : (
            <Button variant={action ? 'outline' : 'solid'} onClick={onRetry}>
              <RotateCw />
              Try again
            </Button>
          )}
        </>
      }
    />
  )
}
