import { z } from 'zod'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import type { TenantTx } from '#src/db/server/database.ts'
import { storedFile, type StoredFile } from '#src/files/stored-file.ts'
import type { Extraction } from './extract-text.ts'

const row = z.object({ title: z.string(), file: storedFile })

/** The file of a document that waits to be read; null when it does not, or not any more. */
export async function findWaitingFile(
  query: RunQuery,
  id: string,
): Promise<{ title: string; file: StoredFile } | null> {
  const [found] = await query<object>({
    text: `select title, file from knowledge_documents
           where id = $1::uuid and deleted_at is null and extraction = 'waiting' and file is not null`,
    values: [id],
  })
  return found ? row.parse(found) : null
}

/**
 * Stores what became of a file, unless the document has another one by now.
 * @returns false when it has
 */
export async function saveExtraction(
  tx: TenantTx,
  { id, fileId }: { id: string; fileId: string },
  { text, message }: Extraction,
): Promise<boolean> {
  const changed = await queryIn(tx)<{ id: string }>({
    text: `update knowledge_documents
           set body = coalesce($3, body), extraction = $4, extraction_message = $5,
               updated_at = greatest(now(), updated_at + interval '1 millisecond')
           where id = $1::uuid and deleted_at is null and extraction = 'waiting' and file ->> 'id' = $2
           returning id`,
    values: [id, fileId, text, text === null ? 'failed' : 'succeeded', message],
  })
  return changed.length > 0
}
