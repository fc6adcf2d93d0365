import { appendAudit, type AuditActor } from '#src/audit/server/append-audit.repository.ts'
import type { PlatformDb } from '#src/db/server/database.ts'
import { newId } from '#src/shared/ids.ts'
import { soundFileName } from '../file-name.ts'
import type { MediaType } from '../media-types.ts'
import type { StoredFile } from '../stored-file.ts'
import { fileKey } from './file-key.ts'
import type { FileStore } from './file-store.ts'
import { createFile } from './file.repository.ts'
import type { ReceivedContent } from './receive-content.ts'

export type Upload = {
  tenantId: string
  actor: AuditActor & { userId: string }
  /** the resource and field it is for */
  purpose: string
  /** as the sender calls it */
  name: string
  mediaType: MediaType
}

/**
 * Keeps a file that has arrived, for a record that will name it. It is known before its bytes are put away: should
 * that fail, the row goes with those that no record took.
 * @throws AppError DEPENDENCY_UNAVAILABLE
 */
export async function keepFile(
  { db, store }: { db: PlatformDb; store: FileStore },
  upload: Upload,
  received: ReceivedContent,
): Promise<StoredFile> {
  const { tenantId, actor, purpose, mediaType } = upload
  const id = newId()
  const storageKey = fileKey(tenantId, id)
  const file = { id, name: soundFileName(upload.name, mediaType), mediaType, size: received.size }
  await db.$transaction(async (tx) => {
    const sha256 = new Uint8Array(received.sha256)
    await createFile(tx, { ...file, tenantId, purpose, storageKey, sha256, createdBy: actor.userId })
    await appendAudit(tx, {
      tenantId,
      action: 'files.upload',
      actor,
      resource: { type: 'files', id },
      details: { ...file, purpose, sha256: received.sha256.toString('hex') },
    })
  })
  await store.put(storageKey, received)
  return file
}
