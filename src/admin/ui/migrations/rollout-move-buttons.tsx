'use client'

import { Button } from '@chakra-ui/react/button'
import { Pause, Play, RotateCcw, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import type { RolloutMoveName } from '#src/provisioning/rollout-moves.ts'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { RolloutDetails } from '../../rollouts.ts'
import { useConsole } from '../console-context.tsx'
import { useMigrationRenewal } from './migration-queries.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'

/** What may be done with a rollout, for those who may change something. The server says what that is. */
export function RolloutMoveButtons({ rollout }: { rollout: RolloutDetails }) {
  const api = useApi()
  const renew = useMigrationRenewal()
  const { mayChange } = useConsole()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<RolloutMoveName>()
  const { id: rolloutId, moves, counts } = rollout
  const close = () => setAsked(undefined)

  async function move(name: Exclude<RolloutMoveName, 'takeBack'>, done: string): Promise<void> {
    setBusy(true)
    try {
      await api.admin.migrations[name].mutate({ rolloutId })
      toast.success(done)
    } catch (thrown) {
      toast.error('That was refused', { description: callErrorOf(thrown).message })
    } finally {
      setBusy(false)
      close()
      await renew()
    }
  }

  if (!mayChange) return null
  const offers = (name: RolloutMoveName) => moves.includes(name)
  return (
    <>
      {offers('takeBack') && (
        <Button variant="outline" colorPalette="red" disabled={busy} onClick={() => setAsked('takeBack')}>
          <Undo2 />
          Take back
        </Button>
      )}
      {offers('cancel') && (
        <Button variant="outline" disabled={busy} onClick={() => setAsked('cancel')}>
          <X />
          Cancel
        </Button>
      )}
      {offers('retry') && (
        <Button
          variant={offers('pause') || offers('resume') ? 'outline' : 'solid'}
          disabled={busy}
          onClick={() => void move('retry', 'The tenants that failed get another turn')}
        >
          <RotateCcw />
          Retry
        </Button>
      )}
      {offers('pause') && (
        <Button disabled={busy} onClick={() => void move('pause', 'Paused; tenants in hand are finished')}>
          <Pause />
          Pause
        </Button>
      )}
      {offers('resume') && (
        <Button disabled={busy} onClick={() => void move('resume', 'It goes on')}>
          <Play />
          Resume
        </Button>
      )}
      <ConfirmDialog
        open={asked === 'cancel'}
        onClose={close}
        title="Cancel this rollout?"
        confirmLabel="Cancel the rollout"
        cancelLabel="Keep it"
        onConfirm={() => move('cancel', 'The rollout was cancelled')}
      >
        It ends for good. {counts.succeeded} of {counts.total} tenants keep what it has done; the others stay
        as they are. Another rollout can be ordered then.
      </ConfirmDialog>
      <TakeBackDialog rollout={rollout} open={asked === 'takeBack'} onClose={close} />
    </>
  )
}
