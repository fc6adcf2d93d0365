import { describeStanding } from '#src/provisioning/rollout-words.ts'
import type { RolloutSummary, RolloutTenant } from '#src/provisioning/rollout.ts'

/** A rollout in a few lines, in the words of the console. */
export function describeRollout(rollout: RolloutSummary, failures: readonly RolloutTenant[] = []): string {
  const { id, direction, state, counts, migrations, createdAt } = rollout
  const standing = describeStanding(rollout)
  const why = standing === null ? '' : ` (${standing})`
  const waiting = counts.pending - counts.running
  const parts = [
    `${counts.succeeded} of ${counts.total} succeeded`,
    ...(counts.running > 0 ? [`${counts.running} running`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
    ...(waiting > 0 ? [`${waiting} pending`] : []),
  ]
  return [
    `${id}  ${direction}  ${state}${why}  ${createdAt}`,
    `  ${parts.join(', ')}; ${migrations.join(', ')}`,
    ...failures.map(
      ({ subdomain, error }) => `  FAILED ${subdomain}  ${error?.code ?? ''} ${error?.message ?? ''}`,
    ),
  ].join('\n')
}
