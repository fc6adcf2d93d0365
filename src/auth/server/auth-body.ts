import type { IncomingMessage } from 'node:http'
import { AppError } from '#src/shared/errors/app-error.ts'

/** Far more than any sign-in needs. */
const MAX_BODY_BYTES = 16 * 1024

/**
 * The fields of a small form, sent as a form or as JSON. Values that are not text are left out.
 * @throws AppError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST, CLIENT_CLOSED_REQUEST
 */
export async function readFormFields(req: IncomingMessage): Promise<Record<string, string>> {
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const text = await readText(req)
  if (text === '') return {}
  if (type === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text))
  if (type !== 'application/json') throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  const entries = Object.entries(parseObject(text))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

async function readText(req: IncomingMessage): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new AppError('PAYLOAD_TOO_LARGE')
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Leaving the loop must not close the connection: the answer still has to go out on it.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > MAX_BODY_BYTES) throw new AppError('PAYLOAD_TOO_LARGE')
      chunks.push(chunk)
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('CLIENT_CLOSED_REQUEST', { cause })
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseObject(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Answered below, like any other text that is not an object.
  }
  throw new AppError('BAD_REQUEST')
}
