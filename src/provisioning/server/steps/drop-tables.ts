import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { commitPart } from '../commit-part.ts'
import type { Step } from '../step.ts'

/** Tables of one transaction: each takes a lock for itself and for each of its indexes, and those are counted. */
const CHUNK = 20

/** Drops the tables of a tenant a few at a time; an attempt that was interrupted has left the rest. */
export const dropTables: Step = {
  name: 'drop-tables',
  run: async (context) => {
    const { tenant, progress } = context
    const schema = quoteIdentifier(tenant.schemaName)
    for (let dropped = 0; ;) {
      const count = await commitPart(context, async (part) => {
        await part.query('reset role')
        const { rows } = await part.query<{ name: string }>(
          `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = $1 and c.relkind in ('r', 'p') order by c.relname limit $2`,
          [tenant.schemaName, CHUNK],
        )
        const tables = rows.map(({ name }) => `${schema}.${quoteIdentifier(name)}`)
        // A table may have gone with the one before it in the same statement.
        if (tables.length > 0) await part.query(`drop table if exists ${tables.join(', ')} cascade`)
        return tables.length
      })
      dropped += count
      if (count === 0) return dropped === 0 ? 'There were no tables left.' : `${dropped} tables were dropped.`
      progress(`${dropped} tables dropped so far.`)
    }
  },
}
