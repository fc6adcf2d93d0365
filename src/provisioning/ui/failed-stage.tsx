'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { callErrorOf, type CallError } from '#src/trpc/ui/client.ts'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { ErrorState } from '#src/ui/feedback/error-state.tsx'
import { getStepTitle } from '../step-titles.ts'
import type { StageProps } from './run-stage.tsx'

/** Failed: what happened, that nothing is left behind, and the two ways on. */
export function FailedStage({ watch, token }: StageProps) {
  const { api, run, tenant, refresh } = watch
  const [busy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [refused, setRefused] = useState<CallError>()
  const access = { tenantId: tenant?.tenantId ?? '', ...(token ? { watchToken: token } : {}) }
  const step = run?.error?.step ? getStepTitle(run.error.step).title : undefined

  async function retry(): Promise<void> {
    if (busy) return
    setBusy(true)
    setRefused(undefined)
    try {
      await api.runs.retry.mutate(access)
    } catch (thrown) {
      setRefused(callErrorOf(thrown))
    } finally {
      await refresh()
      setBusy(false)
    }
  }

  async function cancel(): Promise<void> {
    await api.runs.cancel.mutate(access)
    setAsking(false)
    await refresh()
  }

  return (
    <>
      <ErrorState
        title={step ? `Stopped at “${step}”` : 'Stopped'}
        message={
          <>
            {run?.error?.message ?? 'A step could not be finished.'} Nothing is left behind: everything this
            attempt had built was taken back. Your address stays reserved.
            {refused && (
              <chakra.span display="block" mt="2" color="fg.error">
                {refused.message}
              </chakra.span>
            )}
          </>
        }
        code={run?.error?.code}
        requestId={run?.requestId ?? undefined}
        action={
          <>
            <Button aria-busy={busy || undefined} onClick={() => void retry()}>
              {busy ? <Spinner /> : <RotateCcw size={16} aria-hidden />}
              Try again
            </Button>
            <Button variant="ghost" onClick={() => setAsking(true)}>
              Cancel sign-up
            </Button>
          </>
        }
      />
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={cancel}
        title={`Cancel the sign-up of “${tenant?.businessName ?? 'this business'}”?`}
        confirmLabel="Cancel sign-up"
        cancelLabel="Keep it"
      >
        Its address becomes free for others, and the owner account is deleted. There is nothing else to lose.
      </ConfirmDialog>
    </>
  )
}
