import { z } from 'zod'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import type { RolloutSummary } from '#src/provisioning/rollout.ts'
import { executeRollout } from '#src/provisioning/server/rollout/execute-rollout.ts'
import type { RolloutDeps } from '#src/provisioning/server/rollout/rollout-deps.ts'
import { listRollouts, listRolloutTenants } from '#src/provisioning/server/rollout/rollout-view.repository.ts'
import { CommandFailure } from '../../exit.ts'
import { createProgress } from '../../progress.ts'
import { describeRollout } from './describe-rollout.ts'

const LOOK_EVERY_MS = 500
const FAILURES_SHOWN = 20

/**
 * Works on a rollout in this process until it ends, and prints how it went.
 * @throws CommandFailure unless every tenant succeeded
 */
export async function workOnRollout(
  deps: RolloutDeps,
  rolloutId: string,
  { json }: { json?: true | undefined },
): Promise<void> {
  const progress = createProgress('tenants')
  const timer = setInterval(() => {
    void readRollout(deps, rolloutId).then(
      ({ counts }) => progress.update(counts.total - counts.pending, counts.total),
      () => undefined,
    )
  }, LOOK_EVERY_MS)
  const effort = await executeRollout(deps, rolloutId).finally(() => {
    clearInterval(timer)
    progress.end()
  })
  if (effort === 'foreign') {
    throw new CommandFailure(
      'The rollout is about migrations that this code does not have. Use the release that ordered it.',
    )
  }
  await printRollout(deps, rolloutId, { json })
}

/** Prints a rollout with the tenants that failed. @throws CommandFailure when any did, or when it was stopped */
export async function printRollout(
  deps: RolloutDeps,
  rolloutId: string,
  { json }: { json?: true | undefined },
): Promise<void> {
  const rollout = await readRollout(deps, rolloutId)
  const failures = await withPlatformTransaction(deps.pool, (client) =>
    listRolloutTenants(client, rolloutId, { states: ['failed'], limit: FAILURES_SHOWN }),
  )
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...rollout, failures }, null, 2)}\n`
      : `${describeRollout(rollout, failures)}\n`,
  )
  const { state, counts } = rollout
  if (counts.failed > 0) throw new CommandFailure(`${counts.failed} of ${counts.total} tenants failed.`)
  if (state === 'stopped') throw new CommandFailure('The rollout was stopped.')
}

/** @throws CommandFailure when there is no such rollout */
export async function readRollout({ pool }: Pick<RolloutDeps, 'pool'>, id: string): Promise<RolloutSummary> {
  const isId = z.uuid().safeParse(id).success
  const [found] = isId ? await withPlatformTransaction(pool, (client) => listRollouts(client, { id })) : []
  if (!found) throw new CommandFailure(`There is no rollout ${id}.`)
  return found
}
