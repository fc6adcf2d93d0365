import type { TestDatabase } from '#src/db/server/testing/test-database.ts'

/** What using a sign-in changes: when that was. */
const USES = `array['last_used_at', 'last_seen_at', 'last_sign_in_at']`

/** Tables that count requests: being refused is one. */
const COUNTERS = `('rate_limits', 'tenant_usage_days')`

/** A fingerprint of each table of the control plane, past row level security. */
export async function readPlatformRows({
  inspect,
}: Pick<TestDatabase, 'inspect'>): Promise<Record<string, string>> {
  const tables = await inspect<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'platform'
       and tablename not in ${COUNTERS} order by 1`,
  )
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || ' ' ||
      coalesce(md5(string_agg(row, '' order by row)), '') as rows from (select (to_jsonb(t) - ${USES})::text as row from ${name} t) r`,
  )
  const rows = await inspect<{ name: string; rows: string }>(parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, rows: print }) => [name, print]))
}
