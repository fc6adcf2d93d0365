'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { getStepTitle } from '../step-titles.ts'
import { CancelSignUp } from './cancel-sign-up.tsx'
import { RetryButton } from './retry-button.tsx'
import type { StageProps } from './run-stage.tsx'
import { useRunMoves } from './use-run-moves.ts'

/** Failed: what happened, that nothing is left behind, and the two ways on. */
export function FailedStage({ watch, token }: StageProps) {
  const { run, tenant } = watch
  const { retry, cancel, busy, refusal } = useRunMoves(watch, token)
  const step = run?.error?.step ? getStepTitle(run.error.step).title : undefined

  return (
    <ErrorState
      title={step ? `Stopped at “${step}”` : 'Stopped'}
      message={
        <>
          {run?.error?.message ?? 'A step could not be finished.'} Nothing is left behind: everything this
          attempt had built was taken back. Your address stays yours meanwhile.
          {refusal && (
            <chakra.span display="block" mt="2" color="fg.error">
              {refusal.message}
            </chakra.span>
          )}
        </>
      }
      code={run?.error?.code}
      requestId={run?.requestId ?? undefined}
      action={
        <>
          <RetryButton busy={busy} onClick={() => void retry()} />
          <CancelSignUp businessName={tenant?.businessName} onCancel={cancel} />
        </>
      }
    />
  )
}
