import type { RunQuery } from '#src/db/server/run-query.ts'
import type { RequestCounts } from './request-counter.ts'

/**
 * Adds counts to those of today (UTC), in one statement for all tenants. They are taken in the order of their ids:
 * processes that add at the same moment wait for each other, and never in a circle.
 * @param query in the platform's scope
 */
export async function addUsage(query: RunQuery, counts: ReadonlyMap<string, RequestCounts>): Promise<void> {
  const rows = [...counts.values()]
  await query({
    text: `insert into tenant_usage_days as kept (tenant_id, day, requests, refusals, errors)
           select t.id, (now() at time zone 'utc')::date, added.requests, added.refusals, added.errors
           from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[])
             as added (tenant_id, requests, refusals, errors)
           join tenants t on t.id = added.tenant_id
           order by t.id
           on conflict (tenant_id, day) do update set
             requests = kept.requests + excluded.requests,
             refusals = kept.refusals + excluded.refusals,
             errors = kept.errors + excluded.errors`,
    values: [
      [...counts.keys()],
      rows.map(({ requests }) => requests),
      rows.map(({ refusals }) => refusals),
      rows.map(({ errors }) => errors),
    ],
  })
}
