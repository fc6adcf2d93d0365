import { beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { newId } from '#src/shared/ids.ts'
import type { Migration } from '#src/db/server/migration-files.ts'
import { executeRun } from '../execute-run.ts'
import { createWaitingTenant, notesMigration, rehearsalDeps } from '../testing/rehearsal.ts'
import { fillPool } from './fill-pool.ts'
import type { PoolDeps } from './pool-deps.ts'
import { listStrays, poolDeps, readPool, settle } from './testing/pool-lab.ts'

const current = useTestDatabase()
const broken: Migration = { ...notesMigration, up: 'create table nothing to see' }
const unbuildable: Partial<PoolDeps> = {
  blueprintOf: ({ modules }) => ({ modules, migrations: [broken], seed: [], ownRows: [] }),
}

/** A process that tells what it builds; `ago` in seconds. */
function tellNode(fingerprint: string, { size = 1, ago = 0 }: { size?: number; ago?: number } = {}) {
  return current().inspect(
    `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at, seen_at,
       pool_fingerprint, pool_size)
     values ($1, 'worker', true, 'quay', 1, '1', 'v24', now(), now() - make_interval(secs => $2), $3, $4)`,
    [newId(), ago, fingerprint, size],
  )
}

beforeEach(async () => {
  await current().inspect('delete from platform.nodes')
  await current().inspect('delete from platform.warm_failures')
  await settle(current(), { size: 0 })
  expect(await readPool(current())).toEqual([])
})

describe('filling', () => {
  it('builds what the pool lacks, and no more by a second time', async () => {
    await settle(current(), { size: 3 })
    await settle(current(), { size: 3 })
    const rows = await readPool(current())
    expect(rows).toHaveLength(3)
    expect(rows.every(({ plane }) => plane)).toBe(true)
  })

  it('is done by one of several that begin at once', async () => {
    const deps = poolDeps(current(), { size: 2 })
    await Promise.all(Array.from({ length: 4 }, () => fillPool(deps, { besideRuns: true })))
    expect(await readPool(current())).toHaveLength(2)
  })

  it('shrinks to a smaller size, down to nothing', async () => {
    await settle(current(), { size: 3 })
    await settle(current(), { size: 1 })
    expect(await readPool(current())).toHaveLength(1)
    await settle(current(), { size: 0 })
    expect(await readPool(current())).toEqual([])
    expect(await listStrays(current())).toEqual([])
  })

  it('waits while a run is open, and does not while somebody asks for it', async () => {
    const tenant = await createWaitingTenant(current(), 'fill-waits')
    expect(await fillPool(poolDeps(current()))).toBe('busy')
    expect(await readPool(current())).toEqual([])
    await settle(current())
    expect(await readPool(current())).toHaveLength(1)
    await executeRun(rehearsalDeps(current()), { runId: tenant.runId, attempt: 1 })
    expect(await fillPool(poolDeps(current()))).toBe('rested')
  })
})

describe('a set that cannot be built', () => {
  it('rests, longer each time, and keeps nobody else waiting', async () => {
    const sets = async () => [['notes'], ['moorings']]
    const { blueprintOf } = poolDeps(current())
    const deps = poolDeps(current(), {
      listSets: sets,
      blueprintOf: (input) =>
        (input.modules.includes('notes') ? (unbuildable.blueprintOf ?? blueprintOf) : blueprintOf)(input),
    })
    expect(await fillPool(deps, { besideRuns: true })).toBe('rested')
    expect(await readPool(current())).toMatchObject([{ modules: ['moorings'] }])
    const readFailures = () =>
      current().inspect<{ module_set: string; failures: number; wait: number }>(
        `select module_set, failures, extract(epoch from next_try_at - failed_at)::int as wait
         from platform.warm_failures`,
      )
    expect(await readFailures()).toEqual([{ module_set: 'notes', failures: 1, wait: 10 }])
    for (const wait of [20, 40]) {
      expect(await fillPool(deps, { besideRuns: true })).toBe('rested')
      await current().inspect('update platform.warm_failures set next_try_at = now()')
      await fillPool(deps, { besideRuns: true })
      expect(await readFailures()).toMatchObject([{ wait }])
    }
    await current().inspect('update platform.warm_failures set failures = 100, next_try_at = now()')
    await fillPool(deps, { besideRuns: true })
    expect(await readFailures()).toMatchObject([{ wait: 900 }])
  })

  it('is forgotten when it was built', async () => {
    await fillPool(poolDeps(current(), unbuildable), { besideRuns: true })
    await current().inspect('update platform.warm_failures set next_try_at = now()')
    await settle(current())
    expect(await readPool(current())).toHaveLength(1)
  })

  it('leaves nothing of the attempt', async () => {
    await fillPool(poolDeps(current(), unbuildable), { besideRuns: true })
    expect(await readPool(current())).toEqual([])
    expect(await listStrays(current())).toEqual([])
  })
})

describe('two releases side by side', () => {
  const fingerprints = async () =>
    (await readPool(current())).map(({ fingerprint }) => fingerprint).toSorted()

  it('leave the schemas of each other alone, whoever comes when', async () => {
    await tellNode('old')
    await tellNode('new')
    for (const fingerprint of ['old', 'new', 'old', 'new']) {
      const ids = (await readPool(current())).map(({ id }) => id)
      await settle(current(), { fingerprint })
      expect((await readPool(current())).map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    }
    expect(await fingerprints()).toEqual(['new', 'old'])
  })

  it('and what the older one has built goes when the last of its processes is gone', async () => {
    await settle(current(), { fingerprint: 'old' })
    await tellNode('old', { ago: 31 })
    await settle(current(), { fingerprint: 'new' })
    expect(await fingerprints()).toEqual(['new'])
    expect(await listStrays(current())).toEqual([])
  })

  it('of one code but another size do not undo what the other does', async () => {
    await tellNode('this code', { size: 3 })
    await settle(current(), { size: 3 })
    await settle(current(), { size: 1 })
    await settle(current(), { size: 0 })
    expect(await readPool(current())).toHaveLength(3)
  })
})
