import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isMediaType, type MediaType } from '#src/files/media-types.ts'
import { wrongTypeSentence } from '#src/files/refusals.ts'
import { receiveContent, tooLarge, type ReceivedContent } from '#src/files/server/receive-content.ts'
import { keepFile, type Upload } from '#src/files/server/upload.service.ts'
import { FILE_NAME_HEADER } from '#src/files/stored-file.ts'
import type { FileField } from '#src/resources/fields/file.ts'
import { filePurpose } from '#src/resources/server/record-files.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { callActor } from '#src/tenancy/server/call-actor.ts'
import type { TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { takeDeclaredLimits } from '#src/trpc/server/declared-limits.ts'
import { claimIdempotentCall } from '#src/trpc/server/idempotency.ts'
import { headerOf } from '../request-context.ts'
import { respondJson } from '../respond.ts'
import type { FileRoute } from './file-route.ts'

/**
 * Takes a file for a field and answers what a record needs to name it.
 * @throws AppError BAD_REQUEST, FILE_TYPE_REFUSED, FILE_TOO_LARGE, RATE_LIMITED, CLIENT_CLOSED_REQUEST
 */
export async function serveUpload(
  req: IncomingMessage,
  res: ServerResponse,
  { call, route }: { call: TenantCall; route: FileRoute },
): Promise<void> {
  try {
    await takeDeclaredLimits(call, ['upload'])
    const { identity, tenant } = call
    const { name, resource, field } = route
    const upload: Upload = {
      tenantId: tenant.tenantId,
      actor: { ...callActor(call), userId: identity.userId },
      purpose: filePurpose(resource, name),
      name: readFileName(req),
      mediaType: readMediaType(req, field),
    }
    requireFitting(req, field)
    const { maxBytes } = field
    const { mediaType } = upload
    const received = await receiveContent(call.files.incoming, bytesOf(req), { mediaType, maxBytes })
    try {
      call.response.status = 201
      respondJson(res, 201, await keepOnce(call, upload, received))
    } finally {
      await rm(received.path, { force: true })
    }
  } catch (error) {
    // What is still on its way is taken and thrown away, or the answer would not be read.
    req.resume()
    throw error
  }
}

/** Keeps a file, or finds what was answered when the same one was sent with the same key before. */
async function keepOnce(call: TenantCall, upload: Upload, received: ReceivedContent): Promise<unknown> {
  const keep = () => keepFile({ db: call.database.member, store: call.files }, upload, received)
  const { idempotencyKey } = call
  if (idempotencyKey === null) return keep()
  const { purpose, name, mediaType } = upload
  const rawInput = { name, mediaType, sha256: received.sha256.toString('hex') }
  const operation = `files.upload ${purpose}`
  const claim = await claimIdempotentCall({ ...call, idempotencyKey }, { operation, rawInput })
  if (claim.kind === 'answered') return claim.data
  try {
    const file = await keep()
    await claim.finish(file)
    return file
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** @throws AppError BAD_REQUEST */
function readFileName(req: IncomingMessage): string {
  const header = headerOf(req, FILE_NAME_HEADER)
  try {
    if (header !== null) return decodeURIComponent(header)
  } catch {
    // Said below.
  }
  throw new AppError('BAD_REQUEST', {
    message: 'Send the name of the file, percent-encoded, as X-File-Name.',
  })
}

/** @throws AppError FILE_TYPE_REFUSED */
function readMediaType(req: IncomingMessage, { accept }: FileField): MediaType {
  const given = headerOf(req, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (isMediaType(given) && accept.includes(given)) return given
  throw new AppError('FILE_TYPE_REFUSED', { message: wrongTypeSentence(accept), details: { accept } })
}

/**
 * Refuses what says of itself that it will not fit, before any of it is read.
 * @throws AppError FILE_TOO_LARGE, FILE_TYPE_REFUSED
 */
function requireFitting(req: IncomingMessage, { maxBytes }: FileField): void {
  if (Number(headerOf(req, 'content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const encoding = headerOf(req, 'content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity')
    throw new AppError('FILE_TYPE_REFUSED', { message: 'Send the file as it is, not compressed.' })
}

/** @throws AppError CLIENT_CLOSED_REQUEST when the sender goes away in the middle */
async function* bytesOf(req: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  } catch (cause) {
    throw new AppError('CLIENT_CLOSED_REQUEST', { cause })
  }
}
