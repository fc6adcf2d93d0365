import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { describeMediaTypes, type MediaType } from '../media-types.ts'
import { tooLargeSentence } from '../refusals.ts'
import { createContentCheck } from './check-content.ts'

/** A file that has arrived and was checked; it lies at `path` until somebody takes it. */
export type ReceivedContent = { path: string; size: number; sha256: Buffer }

type Expected = { mediaType: MediaType; maxBytes: number }

/**
 * Writes what arrives into a file of its own, part by part: no more of it is ever in memory. Nothing is left behind
 * when it breaks off, is too large or of another type.
 * @throws AppError FILE_TOO_LARGE, FILE_TYPE_REFUSED, DEPENDENCY_UNAVAILABLE when there is no room, and what
 *   `content` throws
 */
export async function receiveContent(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  expected: Expected,
): Promise<ReceivedContent> {
  const path = join(folder, newId())
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return { path, ...(await writeChecked(path, content, expected)) }
  } catch (error) {
    await rm(path, { force: true })
    throw isFull(error) ? new AppError('DEPENDENCY_UNAVAILABLE', { cause: error }) : error
  }
}

async function writeChecked(
  path: string,
  content: AsyncIterable<Uint8Array>,
  { mediaType, maxBytes }: Expected,
): Promise<Omit<ReceivedContent, 'path'>> {
  const check = createContentCheck(mediaType)
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of content) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes)
      if (!check.take(chunk)) throw notOfItsType(mediaType)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (size === 0) throw new AppError('FILE_TYPE_REFUSED', { message: 'This file is empty.' })
    if (!(await check.finish())) throw notOfItsType(mediaType)
    await file.sync()
  } finally {
    await file.close()
  }
  return { size, sha256: hash.digest() }
}

/** The refusal of a file that has more bytes than it may. */
export function tooLarge(maxBytes: number): AppError {
  return new AppError('FILE_TOO_LARGE', { message: tooLargeSentence(maxBytes), details: { maxBytes } })
}

function notOfItsType(mediaType: MediaType): AppError {
  const message = `What is in this file is not ${describeMediaTypes([mediaType])}.`
  return new AppError('FILE_TYPE_REFUSED', { message })
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
