import type { TenantTx } from '#src/db/server/database.ts'
import type { Resource } from '../define-resource.ts'

/** How many records of each resource there are, by its name, in one query. */
export async function countRecords(
  db: TenantTx,
  resources: readonly Resource[],
): Promise<Record<string, number>> {
  if (resources.length === 0) return {}
  // The names of tables were checked when the resources were declared.
  const counts = resources.map(
    ({ table }) => `(select count(*)::int from "${table}" where deleted_at is null) as "${table}"`,
  )
  const rows = await db.$queryRawUnsafe<Record<string, number>[]>(`select ${counts.join(', ')}`)
  return Object.fromEntries(resources.map(({ name, table }) => [name, rows[0]?.[table] ?? 0]))
}
