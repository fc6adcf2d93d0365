import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createLogger } from '#src/logging/server/logger.ts'
import { resumeLostRollouts, runRolloutJob } from './run-rollout-job.ts'
import { AFTER, fleetDeps } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const { db, fleet, order, move, summary, planes } = useFleet(8)
const program = fileURLToPath(new URL('./testing/doomed-migrator.ts', import.meta.url))

/** Jobs that wait for a worker. */
async function listJobs(): Promise<(string | null)[]> {
  const rows = await db().inspect<{ key: string | null }>(
    `select key from graphile_worker.jobs where task_identifier = 'provisioning.roll-out'`,
  )
  return rows.map(({ key }) => key)
}

it('a rollout whose migrator was killed is taken up by the watchdog, and ended by a worker', async () => {
  const id = await order({ concurrency: 1, waveSize: 2 })
  const child = spawn(process.execPath, [program, db().url, id], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  while ((await summary(id)).counts.succeeded === 0) await sleep(1)
  child.kill('SIGKILL')
  await gone
  const { counts } = await summary(id)
  expect(counts.pending).toBeGreaterThan(0)

  const deps = { pool: db().database.pool, logger: createLogger({ level: 'silent' }) }
  await resumeLostRollouts(deps, { quietMs: 60_000 })
  expect(await listJobs(), 'it was heard of a moment ago').toEqual([])
  await resumeLostRollouts(deps, { quietMs: 0 })
  await resumeLostRollouts(deps, { quietMs: 0 })
  expect(await listJobs(), 'one job, however often it is found').toEqual([`rollout:${id}`])

  // On a machine that is busy it may take more than one turn.
  while ((await summary(id)).state === 'running') await runRolloutJob(fleetDeps(db()), id)
  expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: fleet().length } })
  expect(await planes()).toEqual(fleet().map(() => AFTER))
})

it('a worker leaves a rollout alone that is paused', async () => {
  const id = await order()
  await move(id, 'pause')
  await runRolloutJob(fleetDeps(db()), id)
  expect((await summary(id)).counts.pending).toBe(fleet().length)
  await resumeLostRollouts(
    { pool: db().database.pool, logger: createLogger({ level: 'silent' }) },
    { quietMs: 0 },
  )
  expect(await listJobs()).not.toContain(`rollout:${id}`)
})
