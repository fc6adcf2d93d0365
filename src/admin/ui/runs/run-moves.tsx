'use client'

import { Button } from '@chakra-ui/react/button'
import { RotateCcw, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import type { RunMove } from '#src/provisioning/run-list.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { RunDetails } from '../../run-list.ts'
import { useConsole } from '../console-context.tsx'

interface RunMovesProps {
  run: RunDetails
  /** The run has moved, or the server has refused because it had. */
  onMoved: () => void
}

/** What may be done about the run, for those who may change something. The server says what that is. */
export function RunMoves({ run, onMoved }: RunMovesProps) {
  const api = useApi()
  const { mayChange } = useConsole()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<RunMove>()
  if (!mayChange) return null
  const { id: runId, businessName, subdomain, moves } = run

  async function move(work: () => Promise<unknown>, done: string): Promise<void> {
    setBusy(true)
    try {
      await work()
      toast.success(done)
    } catch (thrown) {
      toast.error('That was refused', { description: callErrorOf(thrown).message })
    } finally {
      setBusy(false)
      setAsked(undefined)
      onMoved()
    }
  }

  return (
    <>
      {moves.includes('rollback') && (
        <Button variant="outline" colorPalette="red" disabled={busy} onClick={() => setAsked('rollback')}>
          <Undo2 />
          Roll back
        </Button>
      )}
      {moves.includes('cancel') && (
        <Button variant="outline" disabled={busy} onClick={() => setAsked('cancel')}>
          <X />
          Give up
        </Button>
      )}
      {moves.includes('retry') && (
        <Button
          disabled={busy}
          onClick={() => void move(() => api.admin.runs.retry.mutate({ runId }), 'Started again')}
        >
          <RotateCcw />
          Try again
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'cancel'}
        onClose={() => setAsked(undefined)}
        title={`Give up the sign-up of “${businessName}”?`}
        confirmLabel="Give up"
        cancelLabel="Keep it"
        onConfirm={() => move(() => api.admin.runs.cancel.mutate({ runId }), 'The sign-up was given up')}
      >
        The address {subdomain} becomes free, and whoever signed up starts from the beginning.
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'rollback'}
        onClose={() => setAsked(undefined)}
        title={`Take “${businessName}” back?`}
        confirmLabel="Roll back"
        typed={subdomain}
        onConfirm={() =>
          move(
            () => api.admin.runs.rollback.mutate({ runId, confirm: subdomain }),
            'The workspace was taken back',
          )
        }
      >
        Its schema, its role and all its records are dropped, and everybody is signed out. This cannot be
        undone; the workspace can be built again, empty.
      </ConfirmDialog>
    </>
  )
}
