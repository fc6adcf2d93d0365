import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AppError } from '#src/shared/errors/app-error.ts'
import { requireKey } from './file-key.ts'
import type { FileEnv, FileStore } from './file-store.ts'

type S3Options = FileEnv & { bucket: string; incoming: string }

const TIMEOUT_MS = 10_000
/** Without one the library writes to the console; what went wrong reaches our own log as an error. */
const nothing = () => undefined
const QUIET = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Files in a bucket that speaks S3. The library is loaded with the first file. */
export function createS3Store(options: S3Options): FileStore {
  const { bucket, incoming } = options
  let connected: ReturnType<typeof connect> | undefined
  const use = () => (connected ??= connect(options))

  return {
    incoming,
    put: (key, { path, size }) =>
      explain(async () => {
        const { client, PutObjectCommand } = await use()
        const Body = createReadStream(path)
        await client.send(
          new PutObjectCommand({ Bucket: bucket, Key: requireKey(key), Body, ContentLength: size }),
        )
        await rm(path, { force: true })
      }),
    open: (key) =>
      explain(async () => {
        const { client, GetObjectCommand } = await use()
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: requireKey(key) }))
        if (!(Body instanceof Readable)) throw new Error(`The bucket answered nothing for ${key}.`)
        return Body
      }),
    remove: (key) =>
      explain(async () => {
        const { client, DeleteObjectCommand } = await use()
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: requireKey(key) }))
      }),
  }
}

async function connect(options: S3Options) {
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand } =
    await import('@aws-sdk/client-s3')
  const endpoint = options.BERTH_FILES_S3_ENDPOINT
  const accessKeyId = options.BERTH_FILES_S3_ACCESS_KEY_ID
  const secretAccessKey = options.BERTH_FILES_S3_SECRET_ACCESS_KEY
  const client = new S3Client({
    region: options.BERTH_FILES_S3_REGION,
    // Other services than Amazon's have no host of its own for each bucket, and know no checksums in trailers.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: QUIET,
    requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS },
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  })
  return { client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand }
}

/** @throws AppError DEPENDENCY_UNAVAILABLE when the bucket cannot be reached; what it refuses is our mistake */
async function explain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (isOutage(cause)) throw new AppError('DEPENDENCY_UNAVAILABLE', { cause })
    throw cause
  }
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode
  return status === undefined ? typeof code === 'string' || error.name === 'TimeoutError' : status >= 500
}
