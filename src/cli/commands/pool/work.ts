import { Command } from 'commander'
import { CommandFailure } from '../../exit.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { poolOf, workOnPool } from './pool-of.ts'

type Options = { json?: true }

/** `berth pool fill` */
export function createPoolFill(): Command {
  return new Command('fill')
    .description('build what the pool lacks, without waiting for a quiet moment')
    .option('--json', 'print the outcome as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => fill(installation, options)))
}

/** `berth pool drain` */
export function createPoolDrain(): Command {
  return new Command('drain')
    .description(
      'drop all schemas that wait; a worker that lives fills the pool again, unless BERTH_POOL_SIZE is 0',
    )
    .option('--json', 'print the outcome as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => drain(installation, options)))
}

async function fill(installation: Installation, { json }: Options): Promise<void> {
  const deps = await poolOf(installation)
  if (deps.size === 0) throw new CommandFailure('BERTH_POOL_SIZE is 0: there is no pool to fill.')
  const { built, dropped } = await workOnPool(deps, {})
  process.stdout.write(
    json ? `${JSON.stringify({ built, dropped })}\n` : `${built} built, ${dropped} dropped.\n`,
  )
}

async function drain(installation: Installation, { json }: Options): Promise<void> {
  const { dropped } = await workOnPool(await poolOf(installation), { isDrain: true })
  process.stdout.write(json ? `${JSON.stringify({ dropped })}\n` : `${dropped} dropped.\n`)
}
