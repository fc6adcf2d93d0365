'use client'

import type { CallError } from '#src/trpc/ui/client.ts'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'

/** Why the workspace could not be asked for. Without any answer, nobody here knows whether it was. */
export function CreateFailure({ failure }: { failure: CallError }) {
  const wasAnswered = failure.requestId !== ''
  return (
    <ErrorState
      title={wasAnswered ? 'Your workspace was not created' : 'It may be that your workspace was not created'}
      message={
        wasAnswered
          ? `${failure.message} Your answers are still here.`
          : 'No answer came back, so the connection may be away. Choose Create workspace again: it makes one workspace only, even if the first request got through.'
      }
      code={wasAnswered ? failure.code : undefined}
      requestId={failure.requestId || undefined}
    />
  )
}
