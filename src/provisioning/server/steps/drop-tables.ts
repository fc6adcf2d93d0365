import { commitPart } from '../commit-part.ts'
import { dropTableChunk } from '../drop-table-chunk.ts'
import type { Step } from '../step.ts'

/** Drops the tables of a tenant a few at a time; an attempt that was interrupted has left the rest. */
export const dropTables: Step = {
  name: 'drop-tables',
  run: async (context) => {
    const { tenant, progress } = context
    for (let dropped = 0; ;) {
      const count = await commitPart(context, async (part) => {
        await part.query('reset role')
        return dropTableChunk(part, tenant.schemaName)
      })
      dropped += count
      if (count === 0) return dropped === 0 ? 'There were no tables left.' : `${dropped} tables were dropped.`
      progress(`${dropped} tables dropped so far.`)
    }
  },
}
