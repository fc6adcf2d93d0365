import { InvalidArgumentError, Option, type Command } from 'commander'
import type { PlatformDb } from '#src/db/server/database.ts'
import { rolloutSettings, type RolloutSettings } from '#src/provisioning/rollout.ts'
import { EXIT, CommandFailure } from '../../exit.ts'
import { requireTenant } from '../../require-tenant.ts'

/** How a rollout is told to go, as the command line gives it. */
export type SettingsOptions = {
  canary?: string
  waveSize?: number
  concurrency?: number
  errorBudget?: string
  lockTimeout?: number
  statementTimeout?: number
}

const PERCENT = /^(\d+(?:\.\d+)?)%$/

/** Adds the options that say how a rollout goes. */
export function addSettings(command: Command): Command {
  return command
    .addOption(
      new Option('--canary <who>', 'who goes first: a share such as 2%, or tenants by name, with commas'),
    )
    .addOption(
      new Option('--wave-size <number>', 'tenants of each wave behind them (100)').argParser(readNumber),
    )
    .addOption(new Option('--concurrency <number>', 'tenants at a time (4)').argParser(readNumber))
    .addOption(
      new Option('--error-budget <failures>', 'go on with so many failures: a number or a share (0)'),
    )
    .addOption(new Option('--lock-timeout <ms>', 'longest wait for a lock (2000)').argParser(readNumber))
    .addOption(
      new Option('--statement-timeout <ms>', 'longest time of a statement (60000)').argParser(readNumber),
    )
}

/** Settings of a rollout. @throws CommandFailure for a value that makes no sense, and for unknown tenants */
export async function readSettings(db: PlatformDb, options: SettingsOptions): Promise<RolloutSettings> {
  const { waveSize, concurrency, lockTimeout: lockTimeoutMs, statementTimeout: statementTimeoutMs } = options
  const parsed = rolloutSettings.safeParse({
    ...{ waveSize, concurrency, lockTimeoutMs, statementTimeoutMs },
    canary: options.canary === undefined ? undefined : await readCanary(db, options.canary),
    errorBudget: options.errorBudget === undefined ? undefined : readBudget(options.errorBudget),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new CommandFailure(`${issue?.path.join('.')}: ${issue?.message}`, EXIT.usage)
}

async function readCanary(db: PlatformDb, given: string) {
  const share = PERCENT.exec(given)?.[1]
  if (share !== undefined) return { share: Number(share) / 100 }
  const tenants = await Promise.all(given.split(',').map((name) => requireTenant(db, name.trim())))
  return { tenantIds: tenants.map(({ tenantId }) => tenantId) }
}

function readBudget(given: string) {
  const share = PERCENT.exec(given)?.[1]
  return share === undefined ? { count: Number(given) } : { share: Number(share) / 100 }
}

function readNumber(given: string): number {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return number
}
