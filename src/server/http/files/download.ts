import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { isMediaType, isText } from '#src/files/media-types.ts'
import { findStorageKey } from '#src/files/server/file.repository.ts'
import { storedFile, type StoredFile } from '#src/files/stored-file.ts'
import { targetFor } from '#src/resources/server/record-target.ts'
import { getRecord } from '#src/resources/server/record.service.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { DATA_POLICY } from '../content-policy.ts'
import type { FileRoute } from './file-route.ts'

type Asked = { call: TenantCall; route: FileRoute; recordId: string }

/**
 * Answers the file in a field of a record, to be saved and never shown: whatever is in it, no browser runs it under
 * our address.
 * @throws AppError NOT_FOUND for a record out of reach, and for one without a file
 */
export async function serveDownload(res: ServerResponse, { call, route, recordId }: Asked): Promise<void> {
  const { module, resource, name } = route
  const { database, identity, files } = call
  const target = targetFor(identity, { module, resource })
  const record = await getRecord(database.tenantQuery, target, recordId)
  const file = storedFile.safeParse(record[name]).data
  const key = file && (await findStorageKey(database.member, file.id))
  if (!file || !key) throw new AppError('NOT_FOUND')
  const content = await files.open(key)
  res.writeHead(200, {
    'content-type': contentTypeOf(file),
    'content-length': file.size,
    'content-disposition': attachmentOf(file.name),
    'content-security-policy': `sandbox; ${DATA_POLICY}`,
    'cache-control': 'private, no-store',
  })
  try {
    await pipeline(content, res)
  } catch (cause) {
    throw res.destroyed ? new AppError('CLIENT_CLOSED_REQUEST', { cause }) : cause
  }
}

function contentTypeOf({ mediaType }: StoredFile): string {
  if (!isMediaType(mediaType)) return 'application/octet-stream'
  return isText(mediaType) ? `${mediaType}; charset=utf-8` : mediaType
}

/** The name as RFC 6266 has it: in plain letters for old programs, and as it is. */
export function attachmentOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
