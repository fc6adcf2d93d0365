import { Command } from 'commander'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import type { PoolStatus } from '#src/provisioning/pool.ts'
import { getPoolStatus } from '#src/provisioning/server/pool/pool-view.repository.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { poolOf } from './pool-of.ts'

type Options = { json?: true }

/** `berth pool status` */
export function createPoolStatus(): Command {
  return new Command('status')
    .description('schemas that wait for new businesses')
    .option('--json', 'print it as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => printStatus(installation, options)))
}

async function printStatus(installation: Installation, { json }: Options): Promise<void> {
  const { pool, listSets } = await poolOf(installation)
  const sets = await listSets()
  const status = await withPlatformTransaction(pool, (client) => getPoolStatus(client, sets))
  process.stdout.write(`${json ? JSON.stringify(status, null, 2) : describe(status)}\n`)
}

function describe({ size, sets, leaving, day, lastClaimAt }: PoolStatus): string {
  return [
    size === 0 ? 'No process that lives keeps a pool.' : `${size} of each set are kept.`,
    ...sets.map(({ modules, ready, failure }) => {
      const failed = failure
        ? `  FAILED ${failure.failures}x, next try ${failure.nextTryAt}: ${failure.message}`
        : ''
      return `  ${ready} ready  ${modules.join('+')}${failed}`
    }),
    ...(leaving > 0 ? [`  ${leaving} that nobody takes any more`] : []),
    `Taken in 24 hours: ${day.warm} of ${day.warm + day.cold}; last ${lastClaimAt ?? 'never'}`,
  ].join('\n')
}
