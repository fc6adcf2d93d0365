import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlatformDb } from '#src/db/server/database.ts'
import type { Task } from '#src/jobs/server/define-task.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import type { FileStore } from './file-store.ts'
import { deleteFile, listUnneededFiles } from './file.repository.ts'

/** In one round; what is left goes with the next. */
const ROUND = 500
/** An upload takes a minute at most. What is older in the folder of incoming files was left by a crash. */
const ABANDONED_MS = 3_600_000

/** Done by one worker every hour: files that no record has go, their bytes first. */
export function createRemoveFilesTask({
  db,
  store,
  logger,
}: {
  db: PlatformDb
  store: FileStore
  logger: Logger
}): Task {
  return {
    name: 'files.remove-unneeded',
    schedule: '41 * * * *',
    handle: async () => {
      const unneeded = await listUnneededFiles(db, ROUND)
      let removed = 0
      for (const { id, storageKey } of unneeded) {
        try {
          await store.remove(storageKey)
          await deleteFile(db, id)
          removed += 1
        } catch (error) {
          // The row stays, and the next round tries again.
          logger.warn({ err: error, fileId: id }, 'a file could not be removed')
        }
      }
      const abandoned = await removeAbandoned(store.incoming)
      logger.info({ removed, failed: unneeded.length - removed, abandoned }, 'unneeded files removed')
    },
  }
}

/** Removes what uploads left behind on this machine when their process was killed. @returns how many there were */
export async function removeAbandoned(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let removed = 0
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found?.isFile() || Date.now() - found.mtimeMs < ABANDONED_MS) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
