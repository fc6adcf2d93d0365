import type { RolloutSummary, RolloutTenant } from '#src/provisioning/rollout.ts'

/** A rollout in a few lines. */
export function describeRollout(rollout: RolloutSummary, failures: readonly RolloutTenant[] = []): string {
  const { id, direction, state, stopReason, counts, migrations, createdAt, isLost } = rollout
  const why = stopReason ? ` (${stopReason})` : isLost ? ' (nobody works on it: resume it)' : ''
  const parts = [
    `${counts.succeeded} of ${counts.total} done`,
    ...(counts.running > 0 ? [`${counts.running} in hand`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} passed over`] : []),
    ...(counts.pending > 0 ? [`${counts.pending} not yet`] : []),
  ]
  return [
    `${id}  ${direction}  ${state}${why}  ${createdAt}`,
    `  ${parts.join(', ')}; ${migrations.join(', ')}`,
    ...failures.map(
      ({ subdomain, error }) => `  FAILED ${subdomain}  ${error?.code ?? ''} ${error?.message ?? ''}`,
    ),
  ].join('\n')
}
