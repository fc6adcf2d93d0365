import pg from 'pg'
import { expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { createWorkspace } from '#src/resources/server/testing/workspace.ts'
import { concierge } from '../module.ts'

const current = useTestDatabase()

it('finds a rare word among ten thousand documents without reading them', { timeout: 60_000 }, async () => {
  const tenant = await createWorkspace(current(), { subdomain: 'library', modules: [concierge] })
  const client = new pg.Client({ connectionString: current().superuserUrl })
  await client.connect()
  try {
    await client.query(`set search_path to ${tenant.schemaName}`)
    await client.query(
      `insert into knowledge_documents (id, tenant_id, title, body, status, extraction, search_language)
       select gen_random_uuid(), $1, 'Document ' || n, 'Parcel number ' || n || ' is on its way', 'published', 'none',
              case when n % 3 = 0 then 'german' else 'english' end
       from generate_series(1, 10000) n`,
      [tenant.tenantId],
    )
    await client.query('analyze knowledge_documents')
    await client.query(
      `begin; set local role ${tenant.roleName}; set local app.tenant_id = '${tenant.tenantId}'`,
    )
    const { rowCount } = await client.query(`select * from find_knowledge('parcel 4711', '{published}')`)
    const { rows } = await client.query<{ table: number; index: number }>(
      `select (select seq_scan from pg_stat_xact_user_tables where relid = 'knowledge_documents'::regclass)::int as table,
              pg_stat_get_xact_numscans('knowledge_documents_search_idx'::regclass)::int as index`,
    )
    // One look for each of the two languages.
    expect([rowCount, rows]).toEqual([1, [{ table: 0, index: 2 }]])
  } finally {
    await client.end()
  }
})
