import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createEncryptionKeys, type EncryptionKeys } from '#src/encryption/server/encryption-keys.ts'
import type { Env } from '#src/env.ts'

/**
 * A secret that is made once per installation and kept in the data directory, readable by its owner only.
 * Of two processes that start at once, the second reads what the first wrote.
 */
export async function readOrCreateSecret(dataDir: string, name: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, name)
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(randomBytes(48).toString('base64url'))
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return waitForContent(path)
}

/** The one secret of the installation: the configured one, or the one that was made for this data directory. */
export async function readAuthSecret(env: Pick<Env, 'AUTH_SECRET' | 'BERTH_DATA_DIR'>): Promise<string> {
  return env.AUTH_SECRET ?? (await readOrCreateSecret(env.BERTH_DATA_DIR, 'auth-secret'))
}

const ENCRYPTION_KEY = 'encryption-key'

/**
 * The keys that stored secrets are encrypted with: those that are configured, else one that was made for this data
 * directory. Where that one was used before, it is still read with.
 */
export async function readEncryptionKeys(
  env: Pick<Env, 'BERTH_ENCRYPTION_KEYS' | 'BERTH_DATA_DIR'>,
): Promise<EncryptionKeys> {
  const { BERTH_ENCRYPTION_KEYS: configured, BERTH_DATA_DIR: dataDir } = env
  const storedSecret =
    configured === undefined
      ? await readOrCreateSecret(dataDir, ENCRYPTION_KEY)
      : await findStoredSecret(dataDir, ENCRYPTION_KEY)
  return createEncryptionKeys({ configured, storedSecret })
}

async function findStoredSecret(dataDir: string, name: string): Promise<string | null> {
  try {
    return await waitForContent(join(dataDir, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function waitForContent(path: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const secret = await readFile(path, 'utf8')
    if (secret.length >= 32) return secret
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`The secret in ${path} is damaged. Remove the file to have a new one made.`)
}
