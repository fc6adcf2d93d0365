import { runProgram } from './run-program.ts'
import { StartupError } from './startup-error.ts'

export type Account = { name: string; uid: number; gid: number }

const CREATED_NAME = 'berth'

async function getAccount(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
  if (!uid.succeeded || !gid.succeeded) return undefined
  const account = { name, uid: Number(uid.output), gid: Number(gid.output) }
  return Number.isInteger(account.uid) && account.uid > 0 && Number.isInteger(account.gid)
    ? account
    : undefined
}

async function createAccount(): Promise<Account | undefined> {
  const attempts: [program: string, args: string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', CREATED_NAME],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', CREATED_NAME]],
  ]
  for (const [program, args] of attempts) {
    if ((await runProgram(program, args)).succeeded) return getAccount(CREATED_NAME)
  }
  return undefined
}

/**
 * The account that runs PostgreSQL when we are root, because PostgreSQL refuses to be root: an existing `postgres` or
 * `berth`, else a new system account `berth`, else `nobody`.
 * @throws StartupError when the machine has none of them.
 */
export async function requireUnprivilegedAccount(): Promise<Account> {
  const account =
    (await getAccount('postgres')) ??
    (await getAccount(CREATED_NAME)) ??
    (await createAccount()) ??
    (await getAccount('nobody'))
  if (account) return account
  throw new StartupError(
    'PostgreSQL refuses to run as root and this machine has no other account to run it as.',
    {
      hint: 'Start Berth as a normal user, or create a system account named postgres.',
    },
  )
}
