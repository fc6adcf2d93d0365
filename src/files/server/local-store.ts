import { constants, createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { requireKey } from './file-key.ts'
import type { FileStore } from './file-store.ts'

/** Files in a folder of this machine, in one folder for each tenant, readable to the account Berth runs as alone. */
export function createLocalStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, requireKey(key))
  return {
    incoming: join(folder, 'incoming'),
    put: async (key, { path }) => {
      const target = pathOf(key)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      // Within one file system this happens at once or not at all.
      await rename(path, target)
      await syncFolder(dirname(target))
    },
    open: async (key) => {
      const path = pathOf(key)
      await access(path, constants.R_OK)
      return createReadStream(path)
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** A new name survives a power cut once its folder was written, too. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
