import { buffer } from 'node:stream/consumers'
import { appendRecordAudit } from '#src/audit/server/append-audit.repository.ts'
import type { Database } from '#src/db/server/database.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import type { FileStore } from '#src/files/server/file-store.ts'
import { findUpload } from '#src/files/server/file.repository.ts'
import type { RecordPayload } from '#src/jobs/server/enqueue-record-task.repository.ts'
import { findTenantById } from '#src/tenancy/server/tenant.repository.ts'
import { knowledgeDocuments } from '../../resources/knowledge-documents.ts'
import { findWaitingFile, saveExtraction } from './extraction.repository.ts'
import { extractText } from './extract-text.ts'

type Parts = { database: Database; files: FileStore }

/** Puts the text of a document's file into the document, or says in it why there is none. */
export async function extractDocument(
  { database, files }: Parts,
  { tenantId, recordId: id }: RecordPayload,
): Promise<void> {
  const tenant = await findTenantById(database.platform, tenantId)
  if (!tenant) return
  await withTenantScope(tenant, async () => {
    const waiting = await findWaitingFile(database.tenantQuery, id)
    if (!waiting) return
    const { title, file } = waiting
    const upload = await findUpload(database.member, file.id)
    if (!upload) return
    const bytes = new Uint8Array(await buffer(await files.open(upload.storageKey)))
    const extraction = await extractText(bytes, file.mediaType)
    await database.tenant.$transaction(async (tx) => {
      if (!(await saveExtraction(tx, { id, fileId: file.id }, extraction))) return
      await appendRecordAudit(
        tx,
        { userId: upload.createdBy, ip: null, userAgent: null, requestId: null },
        {
          action: `${knowledgeDocuments.name}.update`,
          resource: { type: knowledgeDocuments.name, id },
          details: { label: title, after: { body: extraction.text, extractionMessage: extraction.message } },
          secretFields: [],
        },
      )
    })
  })
}
