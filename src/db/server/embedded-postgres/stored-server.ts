import { randomBytes } from 'node:crypto'
import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createForeignDataError, StartupError } from './startup-error.ts'

const storedServerSchema = z.object({
  port: z.number().int().min(1).max(65_535),
  superuserPassword: z.string().min(16),
  applicationPassword: z.string().min(16),
  /** where the data lies when it cannot lie in the data folder itself */
  relocatedTo: z.string().optional(),
})

/** What must be known before the server can be started or reached; only our own user may read it. */
export type StoredServer = z.infer<typeof storedServerSchema>

const FILE_NAME = 'embedded-postgres.json'

export function createStoredServer(port: number): StoredServer {
  const createPassword = () => randomBytes(24).toString('base64url')
  return { port, superuserPassword: createPassword(), applicationPassword: createPassword() }
}

/** @throws StartupError when the file is there but unreadable or damaged: its passwords cannot be guessed again. */
export async function getStoredServer(dataDir: string): Promise<StoredServer | undefined> {
  const path = join(dataDir, FILE_NAME)
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    return storedServerSchema.parse(content)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES') throw createForeignDataError(dataDir, cause)
    throw new StartupError(`The file ${path} with the access to the embedded database is damaged.`, {
      hint: 'Restore it from a backup, or move the data folder away to begin with an empty database.',
      cause,
    })
  }
}

/** Replaces the file as a whole, on disk before it is visible. */
export async function updateStoredServer(dataDir: string, stored: StoredServer): Promise<void> {
  const path = join(dataDir, FILE_NAME)
  const written = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(written, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(stored, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  // root may start what a normal user owns, and must not lock that user out
  const owner = await stat(dataDir)
  if (process.geteuid?.() === 0 && owner.uid !== 0) await chown(written, owner.uid, owner.gid)
  await rename(written, path)
}
