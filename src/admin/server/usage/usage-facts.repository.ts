import type { RunQuery } from '#src/db/server/run-query.ts'
import { USAGE_DAYS, type DayUsage, type TenantUsage } from '../../tenant-usage.ts'

/** The days up to today, those without a request too. */
export async function listUsageDays(query: RunQuery, tenantId: string): Promise<DayUsage[]> {
  return query<DayUsage>({
    text: `select to_char(calendar.day, 'YYYY-MM-DD') as day,
                  coalesce(kept.requests, 0)::float8 as requests,
                  coalesce(kept.refusals, 0)::float8 as refusals,
                  coalesce(kept.errors, 0)::float8 as errors
           from generate_series(0, $2 - 1) as ago
           cross join lateral (select (now() at time zone 'utc')::date - ago as day) calendar
           left join tenant_usage_days kept on kept.tenant_id = $1::uuid and kept.day = calendar.day
           order by calendar.day`,
    values: [tenantId, USAGE_DAYS],
  })
}

type Counts = Pick<TenantUsage, 'people' | 'files'> & { fileBytes: number }

/** People and files of a tenant. */
export async function countPeopleAndFiles(query: RunQuery, tenantId: string): Promise<Counts> {
  const [row] = await query<Record<'team' | 'inactive' | 'clients' | 'files' | 'bytes', number>>({
    text: `select people.*, kept.*
           from (select count(*) filter (where role <> 'client' and is_active)::float8 as team,
                        count(*) filter (where role <> 'client' and not is_active)::float8 as inactive,
                        count(*) filter (where role = 'client')::float8 as clients
                 from users where tenant_id = $1::uuid and removed_at is null) people,
                (select count(*)::float8 as files, coalesce(sum(size), 0)::float8 as bytes
                 from files where tenant_id = $1::uuid) kept`,
    values: [tenantId],
  })
  const { team = 0, inactive = 0, clients = 0, files = 0, bytes = 0 } = row ?? {}
  return { people: { team, inactive, clients }, files, fileBytes: bytes }
}
