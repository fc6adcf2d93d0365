import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Env } from '#src/env.ts'
import { createLocalStore } from './local-store.ts'
import { createS3Store } from './s3-store.ts'

/** Where the bytes of files lie. Keys are `<tenant id>/<file id>`: nothing that people type is part of one. */
export type FileStore = {
  /** folder on this machine for what is still being received */
  incoming: string
  /** Takes a complete file over. Afterwards all of it is under the key, or nothing is. */
  put: (key: string, received: { path: string; size: number }) => Promise<void>
  /** @throws Error when there is nothing under the key */
  open: (key: string) => Promise<Readable>
  /** Nothing is wrong when there is nothing under the key. */
  remove: (key: string) => Promise<void>
}

export type FileEnv = Pick<
  Env,
  | 'BERTH_DATA_DIR'
  | 'BERTH_FILES_S3_BUCKET'
  | 'BERTH_FILES_S3_ENDPOINT'
  | 'BERTH_FILES_S3_REGION'
  | 'BERTH_FILES_S3_ACCESS_KEY_ID'
  | 'BERTH_FILES_S3_SECRET_ACCESS_KEY'
>

/** The store that the environment names: a bucket when there is one, else a folder. Nothing is touched before use. */
export function createFileStore(env: FileEnv): FileStore {
  const folder = join(env.BERTH_DATA_DIR, 'files')
  if (env.BERTH_FILES_S3_BUCKET === undefined) return createLocalStore(folder)
  return createS3Store({ ...env, bucket: env.BERTH_FILES_S3_BUCKET, incoming: join(folder, 'incoming') })
}
