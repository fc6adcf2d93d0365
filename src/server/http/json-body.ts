import type { IncomingMessage } from 'node:http'
import { AppError } from '#src/shared/errors/app-error.ts'

/** Longest request body, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024
/** Nothing we accept is half as deep; what walks through a value by recursion must not run out of stack. */
const MAX_DEPTH = 64

/**
 * The JSON a request carries; undefined when its body is empty.
 * @throws AppError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, BAD_REQUEST, CLIENT_CLOSED_REQUEST
 */
export async function readJsonBody(req: IncomingMessage): Promise<unknown> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = req.headers
  if (encoding.toLowerCase() !== 'identity') throw new AppError('UNSUPPORTED_MEDIA_TYPE')
  if (Number(length) > MAX_BODY_BYTES) throw new AppError('PAYLOAD_TOO_LARGE')
  const text = (await readBytes(req)).toString('utf8')
  return text === '' ? undefined : parseJson(text)
}

/** @throws AppError BAD_REQUEST */
export function parseJson(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw new AppError('BAD_REQUEST')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('BAD_REQUEST', { cause })
  }
}

async function readBytes(req: IncomingMessage): Promise<Buffer> {
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
  return Buffer.concat(chunks)
}

/** How deep lists and objects lie in one another, told from the text alone, in one pass over it. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted && sign === '\\') at += 1
    else if (!isQuoted && (sign === '[' || sign === '{')) deepest = Math.max(deepest, (depth += 1))
    else if (!isQuoted && (sign === ']' || sign === '}')) depth -= 1
  }
  return deepest
}
