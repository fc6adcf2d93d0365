'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useRouter } from 'next/navigation'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import type { RolloutDetails } from '../../rollouts.ts'
import { MigrationName } from './migration-name.tsx'
import { useMigrationRenewal } from './migration-queries.ts'

const List = chakra('ul', { base: { mt: '2', ps: '5', listStyle: 'disc' } })

interface TakeBackDialogProps {
  rollout: RolloutDetails
  open: boolean
  onClose: () => void
}

/** Asks before what a rollout has applied is taken back; the name of its newest migration has to be typed. */
export function TakeBackDialog({ rollout, open, onClose }: TakeBackDialogProps) {
  const api = useApi()
  const router = useRouter()
  const renew = useMigrationRenewal()
  const { id: rolloutId, migrations, reversible, settings } = rollout

  async function takeBack(): Promise<void> {
    try {
      const { rolloutId: ordered } = await api.admin.migrations.startDown.mutate({
        target: { rolloutId },
        confirm: rolloutId,
        // Named canaries may have nothing left to take back.
        settings: { ...settings, canary: 'share' in settings.canary ? settings.canary : undefined },
      })
      onClose()
      if (ordered === null) toast.success('No tenant has any of it any more')
      else router.push(`/admin/migrations/${ordered}`)
    } catch (thrown) {
      onClose()
      toast.error('That was refused', { description: callErrorOf(thrown).message })
    } finally {
      await renew()
    }
  }

  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Take back from ${reversible === 1 ? '1 tenant' : `${reversible} tenants`}?`}
      confirmLabel="Take back"
      typed={migrations.at(-1) ?? ''}
      onConfirm={takeBack}
    >
      Records that only the newer form can hold are lost. The same waves and the same error budget apply. What
      goes:
      <List>
        {migrations.toReversed().map((id) => (
          <li key={id}>
            <MigrationName id={id} />
          </li>
        ))}
      </List>
    </ConfirmDialog>
  )
}
