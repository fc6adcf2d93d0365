import { createHmac, hkdfSync, type BinaryLike, type KeyObject } from 'node:crypto'
import type { Env } from '#src/env.ts'
import { readAuthSecret, readEncryptionKeys, readOrCreateSecret } from './stored-secret.ts'

/** What all processes of an installation have to share. */
export type SharedPart = 'secret' | 'encryption' | 'files'

const MARK_LENGTH = 16

/**
 * Marks by which processes see that they have the same secret, a key of encryption in common, and their files in the
 * same place. A mark is made by a one-way function and says nothing else.
 * @returns such as `secret:…`, `encryption:…` for each key, `files:…`
 */
export async function markInstallation(env: Env): Promise<string[]> {
  const secret = await readAuthSecret(env)
  const { byId } = await readEncryptionKeys(env)
  const place =
    env.BERTH_FILES_S3_BUCKET === undefined
      ? await readOrCreateSecret(env.BERTH_DATA_DIR, 'files-mark')
      : `${env.BERTH_FILES_S3_ENDPOINT ?? ''} ${env.BERTH_FILES_S3_BUCKET}`
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'berth marks v1', 32))
  return [
    `secret:${markOf(key, 'secret')}`,
    ...[...byId.values()].map((known) => `encryption:${markOf(known, 'encryption')}`),
    `files:${markOf('berth', place)}`,
  ]
}

function markOf(key: BinaryLike | KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, MARK_LENGTH)
}

/**
 * What two processes do not share, null when all is well. Keys of encryption are replaced one process after the other,
 * so that one in common is enough.
 */
export function findDifference(mine: readonly string[], theirs: readonly string[]): SharedPart | null {
  const parts: readonly SharedPart[] = ['secret', 'encryption', 'files']
  return parts.find((part) => !sharesMark(part, mine, theirs)) ?? null
}

function sharesMark(part: SharedPart, mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.some((mark) => mark.startsWith(`${part}:`) && theirs.includes(mark))
}
