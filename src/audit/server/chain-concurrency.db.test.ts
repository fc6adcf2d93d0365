import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '#src/db/server/database.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { appendAudit, systemActor } from './append-audit.repository.ts'
import { createChainedTenant, verify, writeLines } from './testing/chained-tenant.ts'

const current = useTestDatabase()

const lineFor = (tenantId: string) =>
  ({
    tenantId,
    actor: systemActor(),
    action: 'tenants.update',
    resource: { type: 'tenants', id: tenantId },
  }) as const

describe('many writers at once', () => {
  it('of one tenant make a chain without a gap', async () => {
    const chain = await createChainedTenant(current())
    const database = openDatabase({ url: current().url, maxConnections: 50 })
    try {
      await Promise.all(Array.from({ length: 50 }, () => writeLines({ ...current(), database }, chain, 10)))
    } finally {
      await database.close()
    }
    expect(await verify(current(), chain)).toMatchObject({ links: 500, entries: 500, problem: null })
  })

  it('of two chains, in either order, never stop each other', async () => {
    const [first = '', second = ''] = (
      await Promise.all([createChainedTenant(current()), createChainedTenant(current())])
    ).toSorted()
    for (const chain of [first, second]) await writeLines(current(), chain, 1)
    function writeTo(...chains: string[]): Promise<void> {
      return current().database.platform.$transaction(async (tx) => {
        for (const chain of chains) await appendAudit(tx, lineFor(chain))
      })
    }
    // While the first chain is held, one waits for it with empty hands. The other has written to the second
    // chain first: would it take that one first, too, then each would end up with what the other waits for.
    const holder = await current().database.pool.connect()
    await holder.query('begin; set local role berth_audit')
    await holder.query('select from platform.audit_heads where chain = $1 for update', [first])
    const writers = [writeTo(first, second)]
    await sleep(200)
    writers.push(writeTo(second, first))
    await sleep(200)
    await holder.query('commit')
    holder.release()
    await Promise.all(writers)
    for (const chain of [first, second])
      expect(await verify(current(), chain)).toMatchObject({ links: 3, problem: null })
  })

  it('leave no link of what was rolled back', async () => {
    const chain = await createChainedTenant(current())
    const attempts = Array.from({ length: 20 }, (_, at) =>
      current().database.platform.$transaction(async (tx) => {
        await appendAudit(tx, lineFor(chain))
        if (at % 2 === 1) throw new Error('changed my mind')
      }),
    )
    await Promise.allSettled(attempts)
    expect(await verify(current(), chain)).toMatchObject({ links: 10, entries: 10, problem: null })
  })
})
