import { beforeAll, describe, expect, it } from 'vitest'
import type { TenantTx } from '#src/db/server/database.ts'
import { withTenantScope, type TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { appendEntries, appendEntry } from './ledger.repository.ts'
import { createPurseTenant, purses } from './testing/ledger-tables.ts'

const current = useTestDatabase()
/** A crowd waits its turn for the connections of a test, and for one row. */
const PATIENCE = { maxWait: 60_000, timeout: 60_000 }
let tenant: TenantPlacement

beforeAll(async () => {
  tenant = await createPurseTenant(current(), 'purse')
})

function inTenant<T>(body: (tx: TenantTx) => Promise<T>): Promise<T> {
  const { database } = current()
  return withTenantScope(tenant, () => database.tenant.$transaction(body, PATIENCE))
}

function move(accountId: string, amount: number) {
  return inTenant((tx) => appendEntry(tx, purses, { accountId, amount }))
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'OK',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
}

/** Accounts whose balance is not the sum of their entries, or not what the last entry says. */
function listUnbalanced() {
  return current().inspect(
    `select coalesce(p.purse_id, c.purse_id) as account, p.balance, c.total
     from ${tenant.schemaName}.purses p
     full join (select purse_id, sum(amount)::int as total,
                       (array_agg(balance_after order by created_at desc))[1] as last
                from ${tenant.schemaName}.coins group by purse_id) c on c.purse_id = p.purse_id
     where p.balance is distinct from c.total or p.balance is distinct from c.last`,
  )
}

describe('a ledger', () => {
  it('tells what is left after each entry, and keeps what the entry says beside', async () => {
    const accountId = newId()
    expect(await move(accountId, 30)).toMatchObject({ accountId, balance: 30 })
    const spent = await inTenant((tx) =>
      appendEntry(tx, purses, {
        accountId,
        amount: -12,
        values: { reason: { value: 'a hat', type: 'text' } },
      }),
    )
    expect(spent.balance).toBe(18)
    const rows = await current().inspect(`select reason from ${tenant.schemaName}.coins where id = $1`, [
      spent.id,
    ])
    expect(rows).toEqual([{ reason: 'a hat' }])
  })

  it('lets nobody spend what they do not have, and takes nothing then', async () => {
    const accountId = newId()
    expect(await codeOf(move(accountId, -1))).toBe('INSUFFICIENT_BALANCE')
    await move(accountId, 5)
    expect(await codeOf(move(accountId, -6))).toBe('INSUFFICIENT_BALANCE')
    expect((await move(accountId, -5)).balance).toBe(0)
  })

  it('holds no more than a balance can be', async () => {
    const accountId = newId()
    await move(accountId, 2_000_000_000)
    for (const amount of [1, 2_000_000_000]) {
      expect(await codeOf(move(accountId, amount))).toBe('LIMIT_REACHED')
    }
  })

  it('lets exactly as many of 500 spend at once as the balance allows', { timeout: 120_000 }, async () => {
    const accountId = newId()
    await move(accountId, 100)
    const codes = await Promise.all(Array.from({ length: 500 }, () => codeOf(move(accountId, -1))))
    const counted = Object.groupBy(codes, (code) => code)
    expect([counted['OK']?.length, counted['INSUFFICIENT_BALANCE']?.length]).toEqual([100, 400])
    expect(await listUnbalanced()).toEqual([])
  })

  it('opens one account for many that come first at the same time', async () => {
    const accountId = newId()
    const moved = await Promise.all(Array.from({ length: 20 }, () => move(accountId, 1)))
    expect(moved.map(({ balance }) => balance).toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })

  it('never stops two that move the same accounts in opposite order', async () => {
    const accounts = Array.from({ length: 6 }, newId)
    const attempts = Array.from({ length: 40 }, (_, turn) => {
      const ordered = turn % 2 === 0 ? accounts : accounts.toReversed()
      return codeOf(
        inTenant((tx) =>
          appendEntries(
            tx,
            purses,
            ordered.map((accountId) => ({ accountId, amount: 1 })),
          ),
        ),
      )
    })
    expect(new Set(await Promise.all(attempts))).toEqual(new Set(['OK']))
    expect(await listUnbalanced()).toEqual([])
  })
})

describe('what the tables of a ledger refuse', () => {
  const attempts = [
    'update coins set amount = 1000',
    'delete from coins',
    'update purses set balance = 1000',
    'insert into purses (id, tenant_id, purse_id, balance) values (gen_random_uuid(), $1::uuid, gen_random_uuid(), 9)',
    'delete from purses',
  ]

  it.each(attempts)('%s', async (statement) => {
    await move(newId(), 7)
    const values = statement.includes('$1') ? [tenant.tenantId] : []
    const attempt = inTenant((tx) => tx.$executeRawUnsafe(statement, ...values))
    await expect(attempt).rejects.toThrow(/never changed|follow from the entries/)
  })

  it('truncate coins', async () => {
    await expect(inTenant((tx) => tx.$executeRawUnsafe('truncate coins'))).rejects.toThrow(
      /permission denied/,
    )
  })
})
