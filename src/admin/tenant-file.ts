import { csvLine, withoutFormula } from '#src/shared/csv.ts'
import type { TenantListRow } from './tenant-list.ts'

const columns: readonly (readonly [head: string, valueOf: (row: TenantListRow) => string | number | null])[] =
  [
    ['id', ({ id }) => id],
    ['subdomain', ({ subdomain }) => subdomain],
    ['business_name', ({ businessName }) => businessName],
    ['industry', ({ industry }) => industry],
    ['plan', ({ plan }) => plan],
    ['status', ({ status }) => status],
    ['modules', ({ modules }) => modules.join(' ')],
    ['people', ({ people }) => people],
    ['owner_name', ({ owner }) => owner?.fullName ?? null],
    ['owner_email', ({ owner }) => owner?.email ?? null],
    ['created_at', ({ createdAt }) => createdAt],
    ['activated_at', ({ activatedAt }) => activatedAt],
    ['status_changed_at', ({ statusChangedAt }) => statusChangedAt],
    ['deletion_due_at', ({ deletionDueAt }) => deletionDueAt],
  ]

/** One part of the list of tenants as a file; the head comes with the first. */
export function printTenants(rows: readonly TenantListRow[], { isFirst }: { isFirst: boolean }): string {
  const head = isFirst ? [csvLine(columns.map(([name]) => name))] : []
  return [...head, ...rows.map((row) => csvLine(columns.map(([, valueOf]) => cellOf(valueOf(row)))))].join('')
}

function cellOf(value: string | number | null): string {
  return typeof value === 'number' ? String(value) : withoutFormula(value ?? '')
}
