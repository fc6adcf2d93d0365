import type { RunQuery } from '#src/db/server/run-query.ts'
import { containsPattern } from '#src/shared/contains-pattern.ts'
import { rangeEnd, rangeStart } from '#src/shared/range-bounds.ts'
import { searchWords } from '#src/shared/search-words.ts'
import { plans, tenantStatuses } from '#src/tenancy/tenant.ts'
import {
  readSort,
  type TenantFilters,
  type TenantSelection,
  type TenantSortField,
} from '../../tenant-list.ts'

type Condition = { sql: string; values: unknown[] }
type Stretch = { limit: number; offset: number }

/** How many tenants the filters leave. */
export async function countTenants(query: RunQuery, filters: TenantFilters): Promise<number> {
  const { sql, values } = conditionOf(filters)
  const [row] = await query<{ count: number }>({
    text: `select count(*)::int as count from platform.tenants t where ${sql}`,
    values,
  })
  return row?.count ?? 0
}

/** Ids of the tenants that the filters leave, in the order asked for; equal ones by their id. */
export async function findTenantIds(
  query: RunQuery,
  { sort, ...filters }: TenantSelection,
  { limit, offset }: Stretch,
): Promise<string[]> {
  const { sql, values } = conditionOf(filters)
  const { columns, join } = orderOf(sort)
  const rows = await query<{ id: string }>({
    text: `select t.id::text from platform.tenants t ${join} where ${sql}
      order by ${columns} limit $${values.length + 1} offset $${values.length + 2}`,
    values: [...values, limit, offset],
  })
  return rows.map(({ id }) => id)
}

/** One page and how many there are in all, by one look: for words, which take longer to find than to sort. */
export async function findTenantPage(
  query: RunQuery,
  { sort, ...filters }: TenantSelection,
  { limit, offset }: Stretch,
): Promise<{ ids: string[]; total: number }> {
  const { sql, values } = conditionOf(filters)
  const { columns, join } = orderOf(sort)
  const rows = await query<{ id: string; total: number }>({
    text: `select t.id::text, count(*) over ()::int as total from platform.tenants t ${join} where ${sql}
      order by ${columns} limit $${values.length + 1} offset $${values.length + 2}`,
    values: [...values, limit, offset],
  })
  // Behind the last page nobody tells the total along.
  const total = rows[0]?.total ?? (offset === 0 ? 0 : await countTenants(query, filters))
  return { ids: rows.map(({ id }) => id), total }
}

const sortColumns: Record<TenantSortField, string> = {
  businessName: 't.business_name',
  subdomain: 't.subdomain',
  industry: 't.industry',
  // By size and by the way of life, not by the letters of their names.
  plan: `array_position('{${plans.join(',')}}'::text[], t.plan)`,
  status: `array_position('{${tenantStatuses.join(',')}}'::text[], t.status)`,
  people: 'coalesce(team.people, 0)',
  createdAt: 't.created_at',
  activatedAt: 't.activated_at',
  statusChangedAt: 't.status_changed_at',
  deletionDueAt: 't.deletion_due_at',
}

/** Counted once for all, and only where the order needs it. */
const TEAMS = `left join (
  select p.tenant_id, count(*) as people from platform.users p
  where p.role <> 'client' and p.removed_at is null group by p.tenant_id) team on team.tenant_id = t.id`

const NULLABLE: readonly TenantSortField[] = ['activatedAt', 'deletionDueAt']

function orderOf(sort: string): { columns: string; join: string } {
  const fields = readSort(sort)
  const columns = fields.map(({ field, descending }) => {
    // What has no such moment yet stands last either way.
    const nulls = NULLABLE.includes(field) ? ' nulls last' : ''
    return `${sortColumns[field]} ${descending ? 'desc' : 'asc'}${nulls}`
  })
  const last = fields[0]?.descending === true ? 't.id desc' : 't.id asc'
  return {
    columns: [...columns, last].join(', '),
    join: fields.some(({ field }) => field === 'people') ? TEAMS : '',
  }
}

function conditionOf(filters: TenantFilters): Condition {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const { status, plan, industry, module, createdFrom, createdTo, q } = filters
  const parts = [status ? `t.status = any (${bind(status)}::text[])` : `t.status <> 'deleted'`]
  if (plan) parts.push(`t.plan = any (${bind(plan)}::text[])`)
  if (industry) parts.push(`t.industry = any (${bind(industry)}::text[])`)
  if (module !== undefined) {
    parts.push(
      `t.id in (select tenant_id from platform.tenant_features where name = ${bind(module)} and enabled)`,
    )
  }
  if (createdFrom !== undefined) parts.push(`t.created_at >= ${bind(rangeStart(createdFrom))}::timestamptz`)
  if (createdTo !== undefined) {
    parts.push(`t.created_at < ${bind(rangeEnd(createdTo))}::timestamptz`)
  }
  for (const word of searchWords(q)) parts.push(standsSomewhere(bind(`%${containsPattern(word)}%`)))
  return { sql: parts.join(' and '), values }
}

/** Owners are found first, and once: whoever begins to type has most of the fleet for an answer. */
function standsSomewhere(pattern: string): string {
  return `(t.subdomain ilike ${pattern} or t.business_name ilike ${pattern} or t.id in (
    select o.tenant_id from platform.users o where o.role = 'owner' and o.removed_at is null
      and (o.full_name ilike ${pattern} or o.email ilike ${pattern})))`
}
