import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { SignedUpTenant } from '../testing/rehearsal.ts'
import { AFTER, BEFORE, IDS, newFleet } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const { db, fleet, order, execute, move, summary, tenants, planes } = useFleet(6)
const all = <T>(value: T) => fleet().map(() => value)

describe('a tenant whose table somebody holds', () => {
  async function hold(tenant: SignedUpTenant | undefined): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: db().superuserUrl })
    await client.connect()
    await client.query(`begin; lock table ${tenant?.schemaName}.notes in access share mode`)
    return client
  }

  it('is tried again until it is free, and holds up nobody else', async () => {
    const blocker = await hold(fleet()[0])
    const id = await order({ lockTimeoutMs: 50, concurrency: 2, canary: { share: 1 } })
    const executed = execute(id)
    await expect.poll(async () => (await summary(id)).counts.succeeded).toBe(5)
    await blocker.end()
    await executed
    expect(await summary(id)).toMatchObject({ state: 'succeeded' })
    const [first] = await tenants(id)
    expect(first?.attempts).toBeGreaterThan(1)
  })

  it('fails when that takes too long', async () => {
    const blocker = await hold(fleet()[0])
    const canary = { tenantIds: [fleet()[1]?.tenantId] }
    const id = await order({ lockTimeoutMs: 20, maxAttempts: 2, canary, errorBudget: { count: 1 } })
    await execute(id)
    await blocker.end()
    expect(await summary(id)).toMatchObject({ state: 'failed', counts: { failed: 1, succeeded: 5 } })
    expect((await tenants(id, ['failed']))[0]).toMatchObject({ attempts: 2, error: { code: '55P03' } })
    expect(await planes()).toEqual([BEFORE, ...all(AFTER).slice(1)])
  })
})

describe('a migration that breaks older code', () => {
  it('waits until every process has it', async () => {
    const [first, ...others] = newFleet.get('notes') ?? []
    const breaking = new Map([
      [
        'notes',
        [first, ...others.map((one) => ({ ...one, breaking: true }))].filter((one) => one !== undefined),
      ],
    ])
    const sign = `insert into platform.nodes (id, kind, takes_jobs, host, pid, version, runtime, started_at, seen_at, migrations)
      values (gen_random_uuid(), 'web', true, $1, 1, '1', 'node', now(), now() - make_interval(secs => $2), $3)`
    await db().inspect(sign, ['old', 5, IDS.slice(0, 2)])
    await db().inspect(sign, ['gone', 60, []])
    await db().inspect(sign, ['new', 5, IDS])
    await expect(order({}, breaking)).rejects.toMatchObject({
      code: 'NODES_BEHIND',
      details: { nodes: ['old (web, 1)'] },
    })
    await db().inspect(`delete from platform.nodes where host = 'old'`)
    const id = await order({}, breaking)
    // A process that came up since then holds it up just as well.
    await db().inspect(sign, ['late', 1, []])
    await move(id, 'pause', breaking)
    const late = { code: 'NODES_BEHIND', details: { nodes: ['late (web, 1)'] } }
    await expect(move(id, 'resume', breaking)).rejects.toMatchObject(late)
    await expect(move(id, 'retry', breaking)).rejects.toMatchObject(late)
    await db().inspect('delete from platform.nodes')
    await move(id, 'resume', breaking)
  })
})
