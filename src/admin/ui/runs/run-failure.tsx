'use client'

import { isStepwise, type RunSnapshot } from '#src/provisioning/run.ts'
import { getStepTitle } from '#src/provisioning/step-titles.ts'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'

/** Where a run stopped and why, with what leads to it in the log of the server. */
export function RunFailure({
  run: { kind, error, requestId },
}: {
  run: Pick<RunSnapshot, 'kind' | 'requestId'> & { error?: RunSnapshot['error'] | undefined }
}) {
  const step = error?.step ? getStepTitle(error.step).title : undefined
  const rest = isStepwise(kind)
    ? 'What is done stays done; the next attempt goes on from there.'
    : 'What this attempt had done was taken back.'
  return (
    <ErrorState
      title={step ? `Stopped at “${step}”` : 'Stopped'}
      message={`${error?.message ?? 'A step could not be finished.'} ${rest}`}
      code={error?.code}
      requestId={requestId ?? undefined}
    />
  )
}
