import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { newId } from '#src/shared/ids.ts'
import type { SeedRows } from '../blueprint.ts'
import { withRole, type Step, type StepContext } from '../step.ts'

/** First records, written with the tenant's own role: what it may not do, the seed may not do either. */
export const seed: Step = {
  name: 'seed',
  run: async (context) => {
    const { client, tenant, blueprint } = context
    const filled = blueprint.seed.filter(({ rows }) => rows.length > 0)
    if (filled.length === 0) return 'Nothing to start with was chosen.'
    await client.query(`select set_config('app.tenant_id', $1, true)`, [tenant.tenantId])
    await withRole(client, quoteIdentifier(tenant.roleName), async () => {
      for (const rows of filled) await insertRows(context, rows)
    })
    const count = filled.reduce((sum, { rows }) => sum + rows.length, 0)
    return `${count} first ${count === 1 ? 'record' : 'records'} added.`
  },
}

async function insertRows(
  { client, tenant }: StepContext,
  { table, columns, rows }: SeedRows,
): Promise<void> {
  const names = ['id', 'tenant_id', ...columns]
  const values: unknown[] = []
  const tuples = rows.map((row) => {
    const places = [newId(), tenant.tenantId, ...row].map((value) => `$${values.push(value)}`)
    return `(${places.join(', ')})`
  })
  await client.query(
    `insert into ${quoteIdentifier(tenant.schemaName)}.${quoteIdentifier(table)}
     (${names.map(quoteIdentifier).join(', ')}) values ${tuples.join(', ')}`,
    values,
  )
}
