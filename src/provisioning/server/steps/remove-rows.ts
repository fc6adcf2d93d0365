import { commitPart } from '../commit-part.ts'
import { removedTables } from '../removed-rows.ts'
import type { Step } from '../step.ts'

/** Removes the tenant's people and all that is theirs from the control plane, table by table. */
export const removeRows: Step = {
  name: 'remove-rows',
  run: async (context) => {
    let removed = 0
    for (const table of removedTables) {
      removed += await commitPart(context, async (part) => {
        // What was applied is the owner's to note and to forget.
        if (table === 'applied_migrations') await part.query('reset role')
        const done = await part.query(`delete from platform.${table} where tenant_id = $1`, [
          context.tenant.tenantId,
        ])
        return done.rowCount ?? 0
      })
    }
    return `${removed} rows of the control plane were removed.`
  },
}
