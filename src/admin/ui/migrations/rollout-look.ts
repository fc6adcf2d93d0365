import type { StatusName } from '#src/ui/feedback/status-look.ts'
import { describeStanding } from '#src/provisioning/rollout-words.ts'
import type { Rollout, RolloutTenantRow, RolloutWave } from '../../rollouts.ts'

type Standing = Pick<Rollout, 'state' | 'stopReason' | 'isLost'>

/** How the state of a rollout looks, in the words of the command line. */
export function lookOfRollout(rollout: Standing): { status: StatusName; label: string } {
  const { state, stopReason, isLost } = rollout
  const label = capitalize(state)
  if (isLost) return { status: 'attention', label }
  if (state === 'paused') return { status: 'suspended', label }
  if (state === 'stopped') return { status: stopReason === 'cancelled' ? 'cancelled' : 'failed', label }
  return { status: state, label }
}

/** What stands behind the state: why it stopped, or that it does not go on. */
export function sayStanding(rollout: Standing): string | null {
  const standing = describeStanding(rollout)
  return standing === null ? null : capitalize(standing)
}

/** How a tenant of a rollout looks. */
export function lookOfTenant({ state, isRunning }: Pick<RolloutTenantRow, 'state' | 'isRunning'>): {
  status: StatusName
  label: string
} {
  if (isRunning) return { status: 'running', label: 'Running' }
  return { status: state === 'skipped' ? 'cancelled' : state, label: capitalize(state) }
}

/** How a wave looks by its tenants. */
export function statusOfWave({ total, pending, running, failed }: RolloutWave): StatusName {
  if (failed > 0) return 'failed'
  if (pending === 0) return 'succeeded'
  return running > 0 || pending < total ? 'running' : 'pending'
}

/** `Canaries`, `Wave 3`, or `Waves 3 to 7` where several are counted together. */
export function nameWave({ from, to }: Pick<RolloutWave, 'from' | 'to'>): string {
  if (from === 0) return 'Canaries'
  return from === to ? `Wave ${from}` : `Waves ${from} to ${to}`
}

/** The direction of a rollout, in a word of the page. */
export function nameDirection({ direction }: Pick<Rollout, 'direction'>): string {
  return direction === 'up' ? 'Up' : 'Down'
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
