import { stat } from 'node:fs/promises'
import { type Account, requireUnprivilegedAccount } from './unprivileged-account.ts'

async function getOwner(path: string): Promise<Account | undefined> {
  const owner = await stat(path).catch(() => undefined)
  if (!owner || owner.uid === 0) return undefined
  return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid }
}

/**
 * The account that runs the server when we are root: the owner of the data or of its folder, so that root and a normal
 * user can start the same folder in turn, else an unprivileged account of the machine.
 * @returns undefined when we are not root and run the server as ourselves
 * @throws StartupError when the machine has no such account
 */
export async function getDataAccount(dataDir: string, pgdata: string): Promise<Account | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  return (await getOwner(pgdata)) ?? (await getOwner(dataDir)) ?? (await requireUnprivilegedAccount())
}
