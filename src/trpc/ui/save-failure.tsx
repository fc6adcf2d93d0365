'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { FormNotice } from '#src/ui/form/form-notice.tsx'
import type { CallError } from './client.ts'

/** Why a form could not be saved, when no single field is to blame. What was typed is still there. */
export function SaveFailure({ error }: { error: CallError }) {
  if (error.code === 'UNAUTHENTICATED') {
    return (
      <FormNotice
        title="You have been signed out"
        actions={
          <chakra.a href="/login" target="_blank" color="accent.fg" textDecoration="underline">
            Sign in in a new tab
          </chakra.a>
        }
      >
        What you typed is still here. Sign in again, then save once more.
      </FormNotice>
    )
  }
  return (
    <FormNotice title={error.message}>
      What you typed is still here.
      {error.requestId !== '' && (
        <chakra.span display="block" textStyle="xs" fontFamily="mono" overflowWrap="anywhere">
          {error.code} {error.requestId}
        </chakra.span>
      )}
    </FormNotice>
  )
}
