import type { RunQuery } from '#src/db/server/run-query.ts'
import type { Industry, Plan, TenantStatus } from '#src/tenancy/tenant.ts'
import type { TenantListRow } from '../../tenant-list.ts'

/** A row as the database answers it. */
export type StoredRow = Omit<TenantListRow, 'owner' | Moments> & {
  industry: Industry
  plan: Plan
  status: TenantStatus
  ownerName: string | null
  ownerEmail: string | null
  createdAt: Date
  activatedAt: Date | null
  statusChangedAt: Date
  deletionDueAt: Date | null
}
type Moments = 'createdAt' | 'activatedAt' | 'statusChangedAt' | 'deletionDueAt'

/** Columns of a row; what stands in other tables is looked up for the tenants at hand, in the same statement. */
const COLUMNS = `t.id::text, t.subdomain, t.business_name as "businessName", t.industry, t.plan, t.status,
  array(select f.name from platform.tenant_features f where f.tenant_id = t.id and f.enabled order by f.name) as modules,
  (select count(*)::int from platform.users p
   where p.tenant_id = t.id and p.role <> 'client' and p.removed_at is null) as people,
  owner.full_name as "ownerName", owner.email as "ownerEmail", t.created_at as "createdAt",
  t.activated_at as "activatedAt", t.status_changed_at as "statusChangedAt", t.deletion_due_at as "deletionDueAt"`

const OWNER = `left join lateral (
  select o.full_name, o.email from platform.users o
  where o.tenant_id = t.id and o.role = 'owner' and o.removed_at is null order by o.created_at limit 1) owner on true`

/** The tenants with these ids, in the order of the ids: one statement, however many there are. */
export async function listTenantRows(query: RunQuery, ids: readonly string[]): Promise<TenantListRow[]> {
  if (ids.length === 0) return []
  const rows = await query<StoredRow>({
    text: `select ${COLUMNS}
      from unnest($1::uuid[]) with ordinality as asked (id, place)
      join platform.tenants t on t.id = asked.id ${OWNER}
      order by asked.place`,
    values: [ids],
  })
  return rows.map(toTenantRow)
}

function toTenantRow({ ownerName, ownerEmail, ...row }: StoredRow): TenantListRow {
  return {
    ...row,
    owner: ownerName === null || ownerEmail === null ? null : { fullName: ownerName, email: ownerEmail },
    createdAt: row.createdAt.toISOString(),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    statusChangedAt: row.statusChangedAt.toISOString(),
    deletionDueAt: row.deletionDueAt?.toISOString() ?? null,
  }
}
