import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { AUDIT_ROLE, MEMBER_ROLE, PLATFORM_ROLE, PLATFORM_SCHEMA } from '#src/db/server/tenant-scope.ts'
import { withTransaction } from '#src/db/server/transaction.ts'
import { newId } from '#src/shared/ids.ts'
import { createChainedTenant, verify, writeLines } from './testing/chained-tenant.ts'

const current = useTestDatabase()
const TENANT_ROLE = 'berth_t_audit_rights'
let tenantId: string

beforeAll(async () => {
  tenantId = await createChainedTenant(current())
  await writeLines(current(), tenantId, 2)
  await current().inspect(`drop role if exists ${TENANT_ROLE}; create role ${TENANT_ROLE};
    grant ${TENANT_ROLE} to berth with inherit false, set true;
    update platform.tenants set role_name = '${TENANT_ROLE}' where id = '${tenantId}'`)
})

afterAll(async () => {
  await current().inspect(`drop role ${TENANT_ROLE}`)
})

/** What comes of a statement: the rows it touched, or its SQLSTATE. */
function attempt(role: string, sql: string): Promise<string | number | null> {
  return withTransaction(current().database.pool, { role, schema: PLATFORM_SCHEMA, tenantId }, (client) =>
    client.query(sql),
  ).then(
    ({ rowCount }) => rowCount,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'other'),
  )
}

const DENIED = '42501'
const roles = [PLATFORM_ROLE, MEMBER_ROLE, TENANT_ROLE, AUDIT_ROLE]
const destructive = ['audit_log', 'audit_chain', 'audit_heads', 'audit_seals'].flatMap((table) => [
  `update platform.${table} set ${table === 'audit_log' ? "action = 'x'" : 'hash = hash'}`,
  `delete from platform.${table}`,
  `truncate platform.${table}`,
])
/** The head moves with each link; it is the one thing the chain's own role changes. */
const exception = 'update platform.audit_heads set hash = hash'

describe.each(roles)('as %s', (role) => {
  it.each(destructive)('%s is refused', async (sql) => {
    const isException = role === AUDIT_ROLE && sql === exception
    expect(await attempt(role, sql)).toBe(isException ? 1 : DENIED)
  })

  it.each([
    `alter table platform.audit_log disable trigger entry_chained`,
    `drop trigger entry_chained on platform.audit_log`,
    `create or replace function platform.audit_digest(entry platform.audit_log) returns bytea language sql return '\\x00'`,
    `set session_replication_role = replica`,
  ])('%s is refused', async (sql) => {
    expect(await attempt(role, sql)).toBe(DENIED)
  })
})

describe('the chain is written by nobody but its trigger', () => {
  it.each([PLATFORM_ROLE, MEMBER_ROLE, TENANT_ROLE])('not by %s', async (role) => {
    const link = `'${tenantId}', 99, '${newId()}', '\\x00', '\\x00'`
    for (const sql of [
      `insert into platform.audit_chain values (${link})`,
      `insert into platform.audit_heads values ('${newId()}', 1, '\\x00')`,
      `select platform.append_audit_link('${tenantId}', '${newId()}', '\\x00')`,
      `create temp table mine (like platform.audit_log);
       create trigger mine after insert on mine for each row execute function platform.chain_audit_entry()`,
    ])
      expect([sql, await attempt(role, sql)]).toEqual([sql, DENIED])
  })

  it('cannot be put off: a transaction that tries links its lines at once', async () => {
    const { head } = await verify(current(), tenantId)
    await withTransaction(
      current().database.pool,
      { role: PLATFORM_ROLE, schema: PLATFORM_SCHEMA },
      async (client) => {
        await client.query('set constraints all immediate')
        await client.query(
          `insert into platform.audit_log (id, tenant_id, actor_kind, action, resource_type)
           values ($1, $2, 'system', 'tenants.update', 'tenants')`,
          [newId(), tenantId],
        )
      },
    )
    expect(await verify(current(), tenantId)).toMatchObject({
      head: { seq: (head?.seq ?? 0) + 1 },
      problem: null,
    })
  })
})

describe('who writes a line', () => {
  const columns = '(id, tenant_id, actor_kind, action, resource_type'
  it.each([PLATFORM_ROLE, MEMBER_ROLE])('%s does not say when it was', async (role) => {
    const row = `values ('${newId()}', '${tenantId}', 'user', 'x', 'x', now())`
    expect(await attempt(role, `insert into platform.audit_log ${columns}, created_at) ${row}`)).toBe(DENIED)
  })

  it('does not write for another tenant from a tenant’s scope', async () => {
    const other = await createChainedTenant(current())
    const row = `values ('${newId()}', '${other}', 'user', 'x', 'x')`
    expect(await attempt(MEMBER_ROLE, `insert into platform.audit_log ${columns}) ${row}`)).toBe(DENIED)
  })

  it('cannot pass as the platform or another tenant with a tenant’s role', async () => {
    const id = newId()
    const entry = { id, actorKind: 'platform', tenantId: newId(), action: 'x', resourceType: 'x' }
    expect(await attempt(TENANT_ROLE, `select tenant_gateway.append_audit('${JSON.stringify(entry)}')`)).toBe(
      1,
    )
    const [row] = await current().inspect(
      'select tenant_id, actor_kind from platform.audit_log where id = $1',
      [id],
    )
    expect(row).toEqual({ tenant_id: tenantId, actor_kind: 'user' })
  })

  it('sees the chain of nobody else from a tenant’s scope', async () => {
    const other = await createChainedTenant(current())
    await writeLines(current(), other, 1)
    for (const table of ['audit_log', 'audit_chain', 'audit_heads', 'audit_seals']) {
      const column = table === 'audit_log' ? 'tenant_id' : 'chain'
      expect(await attempt(MEMBER_ROLE, `select from platform.${table} where ${column} = '${other}'`)).toBe(0)
      expect(await attempt(TENANT_ROLE, `select from platform.${table}`)).toBe(DENIED)
    }
  })
})

it('the digest covers every column of the log', async () => {
  const [row] = await current().inspect<{ columns: string[]; digest: string }>(`
    select array_agg(column_name::text) as columns, pg_get_functiondef('platform.audit_digest'::regproc) as digest
    from information_schema.columns where table_schema = 'platform' and table_name = 'audit_log'`)
  expect(row?.columns.length).toBeGreaterThan(10)
  for (const column of row?.columns ?? [])
    expect(row?.digest).toMatch(new RegExp(`\\(?entry\\)?\\.${column}\\b`))
})
