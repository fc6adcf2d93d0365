import { describe, expect, it } from 'vitest'
import { readOnlineIndex } from '#src/db/server/online-index.ts'
import type { FleetMigrations } from './fleet-migrations.ts'
import { readLedger } from './testing/fleet.ts'
import { IDS, newFleet, testMigration } from './testing/small-modules.ts'
import { useFleet } from './testing/use-fleet.ts'

const { db, fleet, order, orderBack, execute, move, summary, tenants } = useFleet(3)
const [first, colour, labels] = newFleet.get('notes') ?? []
const INDEX = 'notes_title_idx'

/** The index stands between two migrations of the usual kind. */
function withIndex(statement: string): FleetMigrations {
  const online = readOnlineIndex(statement) ?? expect.fail('is not one index')
  const index = testMigration('notes', '0003_titles', { up: online.plain, down: `drop index ${INDEX}` })
  const later = labels && { ...labels, name: '0004_labels' }
  const all = [first, colour, { ...index, online }, later]
  return new Map([['notes', all.filter((one) => one !== undefined)]])
}

const plain = withIndex(`create index concurrently ${INDEX} on notes (title)`)
const unique = withIndex(`create unique index concurrently ${INDEX} on notes (title)`)

async function isValid(schemaName: string | undefined): Promise<boolean | undefined> {
  const [row] = await db().inspect<{ valid: boolean }>(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
    [`${schemaName}.${INDEX}`],
  )
  return row?.valid
}

describe('an index that is built online', () => {
  it('comes in its turn, and goes back with the others', async () => {
    const [tenant] = fleet()
    const id = await order({ canary: { share: 1 } }, plain)
    await execute(id, plain)
    expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: 3 } })
    expect(await Promise.all(fleet().map(({ schemaName }) => isValid(schemaName)))).toEqual([
      true,
      true,
      true,
    ])
    expect(await readLedger(db(), tenant ?? expect.fail())).toEqual([
      ...IDS.slice(0, 2),
      'notes/0003_titles',
      'notes/0004_labels',
    ])
    const back = await orderBack({ rolloutId: id }, {}, plain)
    await execute(back, plain)
    expect(await summary(back)).toMatchObject({ state: 'succeeded' })
    expect(await isValid(tenant?.schemaName)).toBeUndefined()
  })

  it('that a build has left half way is dropped and built again', async () => {
    const [tenant] = fleet()
    const schema = tenant?.schemaName ?? ''
    await db().inspect(`update ${schema}.notes set title = 'twice'`)
    const id = await order({ canary: { tenantIds: [tenant?.tenantId] } }, unique)
    await execute(id, unique)
    expect(await summary(id)).toMatchObject({ state: 'stopped', stopReason: 'canary' })
    // What stood before the index is done and stays done.
    expect((await tenants(id, ['failed']))[0]).toMatchObject({
      done: ['notes/0002_colour'],
      error: { code: '23505' },
    })
    expect(await isValid(schema)).toBe(false)
    await db().inspect(`update ${schema}.notes set title = id::text`)
    await move(id, 'retry', unique)
    await execute(id, unique)
    expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: 3 } })
    expect(await isValid(schema)).toBe(true)
  })

  it('that was complete when its builder died only gets its ledger row', async () => {
    const [tenant] = fleet()
    const schema = tenant?.schemaName ?? ''
    await db().inspect(`create index ${INDEX} on ${schema}.notes (title)`)
    const id = await order({ canary: { share: 1 } }, plain)
    await execute(id, plain)
    expect(await summary(id)).toMatchObject({ state: 'succeeded', counts: { succeeded: 3 } })
  })
})
