import { join } from 'node:path'
import { getDataAccount } from './data-account.ts'
import { getFreePort } from './free-port.ts'
import { pathExists } from './path-exists.ts'
import { createLocation } from './server-location.ts'
import { StartupError } from './startup-error.ts'
import {
  createStoredServer,
  getStoredServer,
  type StoredServer,
  updateStoredServer,
} from './stored-server.ts'

/**
 * What is stored about the server of this folder; for a first start, or after one that was interrupted, chosen and
 * stored now. Must be called under the start lock.
 * @throws StartupError when stored access and data don't belong together: making an empty database would hide a loss
 */
export async function requireStoredServer(
  dataDir: string,
  onLog: (line: string) => void,
): Promise<StoredServer> {
  const stored = await getStoredServer(dataDir)
  const hasData = await pathExists(join(stored?.relocatedTo ?? dataDir, 'pgdata'))
  if (stored && hasData) return stored
  if (hasData) {
    throw new StartupError(
      `The database in ${dataDir} has lost embedded-postgres.json, which gives access to it.`,
      {
        hint: 'Restore that file from a backup, or move the data folder away to begin with an empty database.',
      },
    )
  }
  if (stored?.relocatedTo && !(await pathExists(stored.relocatedTo))) {
    throw new StartupError(`The database of ${dataDir} was in ${stored.relocatedTo}, which is gone.`, {
      hint: 'Restore it from a backup, or remove embedded-postgres.json to begin with an empty database.',
    })
  }
  const account = await getDataAccount(dataDir, join(dataDir, 'pgdata'))
  const location = await createLocation(dataDir, { account, onLog })
  const relocation = location === dataDir ? {} : { relocatedTo: location }
  const fresh = { ...createStoredServer(await getFreePort()), ...relocation }
  // before the data is made: data without its passwords would be lost
  await updateStoredServer(dataDir, fresh)
  return fresh
}
