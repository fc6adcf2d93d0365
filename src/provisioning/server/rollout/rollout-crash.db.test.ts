import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readLedger } from './testing/fleet.ts'
import { AFTER, BEFORE, IDS } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const TENANTS = 24
const { db, fleet, order, summary, tenants, planes } = useFleet(TENANTS)
const program = fileURLToPath(new URL('./testing/doomed-migrator.ts', import.meta.url))
const KILLS = 4

/** Starts a process that works on the rollout. @returns what kills it, once it has begun */
async function startMigrator(id: string): Promise<{ kill: () => Promise<void>; ended: Promise<unknown> }> {
  const child = spawn(process.execPath, [program, db().url, id], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const countDone = async (id: string) => (await summary(id)).counts.succeeded

it('a migrator that is killed again and again leaves each tenant before or after, and the next one ends the work', async () => {
  const id = await order({ waveSize: 5, concurrency: 2 })
  for (let round = 0; round < KILLS; round += 1) {
    // The last ones are two at once.
    const isLast = round === KILLS - 1
    const migrators = await Promise.all(Array.from({ length: isLast ? 2 : 1 }, () => startMigrator(id)))
    const before = await countDone(id)
    while ((await countDone(id)) === before) await sleep(1)
    await sleep(Math.random() * 20)
    await Promise.all(migrators.map(({ kill }) => kill()))
    for (const plane of await planes()) expect([BEFORE, AFTER]).toContainEqual(plane)
  }
  expect(await countDone(id), 'the last kill came too late').toBeLessThan(TENANTS)
  const last = await startMigrator(id)
  await last.ended
  expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: TENANTS, pending: 0 } })
  expect(await planes()).toEqual(fleet().map(() => AFTER))
  expect(await Promise.all(fleet().map((tenant) => readLedger(db(), tenant)))).toEqual(fleet().map(() => IDS))
  // What was done is told once for each tenant, whoever did it.
  expect((await tenants(id)).map(({ done }) => done)).toEqual(fleet().map(() => IDS.slice(1)))
})
