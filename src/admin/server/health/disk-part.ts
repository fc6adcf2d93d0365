import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Env } from '#src/env.ts'
import type { HealthDetails } from '../../health.ts'
import { fails, fine, needsAttention, type JudgedPart, type Judgement } from './judgement.ts'

type Details = HealthDetails<'disk'>
type Place = Details['places'][number]

const GIB = 1024 ** 3
/** Below this PostgreSQL soon stops taking changes. */
const EMPTY_BYTES = GIB / 2
const SCARCE_BYTES = 2 * GIB
/** A tenth of a big disk is still plenty. */
const PLENTY_BYTES = 20 * GIB

export async function checkDisk(
  env: Pick<Env, 'BERTH_DATA_DIR' | 'BERTH_FILES_S3_BUCKET'>,
): Promise<JudgedPart<Details>> {
  const { BERTH_DATA_DIR: folder, BERTH_FILES_S3_BUCKET: bucket } = env
  const places = [await measure('data', folder)]
  if (bucket === undefined) places.push(await measure('files', join(folder, 'files')))
  const details: Details = { places, filesAre: bucket === undefined ? 'here' : 'in a bucket' }
  return { ...judgeDisk(details), details }
}

/** @returns the most pressing thing that is to be said */
export function judgeDisk({ places }: Pick<Details, 'places'>): Judgement {
  const fullest = places.reduce((least, place) => (place.freeBytes < least.freeBytes ? place : least))
  const { freeBytes, totalBytes, path } = fullest
  const share = `${(freeBytes / GIB).toFixed(1)} GiB of ${(totalBytes / GIB).toFixed(0)} are free.`
  const advice = `Make room where ${path} lies, or give it a bigger disk.`
  if (freeBytes < EMPTY_BYTES) return fails(share, advice)
  const isScarce = freeBytes < SCARCE_BYTES || (freeBytes < totalBytes / 10 && freeBytes < PLENTY_BYTES)
  return isScarce ? needsAttention(share, advice) : fine(share)
}

/** A folder that is not there yet will lie where the one above it does. */
async function measure(purpose: Place['purpose'], path: string): Promise<Place> {
  const found = await statfs(path).catch((error: unknown) => {
    if (dirname(path) === path || !isMissing(error)) throw error
    return null
  })
  if (!found) return { ...(await measure(purpose, dirname(path))), path }
  const { bavail, blocks, bsize } = found
  return { purpose, path, freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
