import type { FileStore } from '#src/files/server/file-store.ts'
import { commitPart } from '../commit-part.ts'
import type { Step } from '../step.ts'

const CHUNK = 50

/** Removes what was uploaded: bytes first, so that no row is gone whose bytes are still there. */
export function createRemoveFiles(files: Pick<FileStore, 'remove'>): Step {
  return {
    name: 'remove-files',
    run: async (context) => {
      const { tenant, progress } = context
      for (let removed = 0; ;) {
        const chunk = await commitPart(context, (part) =>
          part.query<{ id: string; key: string }>(
            'select id, storage_key as key from platform.files where tenant_id = $1 order by id limit $2',
            [tenant.tenantId, CHUNK],
          ),
        )
        if (chunk.rows.length === 0)
          return removed === 0 ? 'There were no files.' : `${removed} files were removed.`
        for (const { key } of chunk.rows) await files.remove(key)
        const ids = chunk.rows.map(({ id }) => id)
        await commitPart(context, (part) =>
          part.query('delete from platform.files where id = any ($1)', [ids]),
        )
        removed += ids.length
        progress(`${removed} files removed so far.`)
      }
    },
  }
}
