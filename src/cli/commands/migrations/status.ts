import { Command } from 'commander'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { listRollouts } from '#src/provisioning/server/rollout/rollout-view.repository.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { describeRollout } from './describe-rollout.ts'
import { fleetOf } from './fleet-of.ts'
import { printRollout } from './work-on-rollout.ts'

type Options = { json?: true }

const SHOWN = 10

/** `berth migrations status` */
export function createStatus(): Command {
  return new Command('status')
    .description('the newest rollouts, or one of them with the tenants that failed')
    .argument('[rollout]', 'its id')
    .option('--json', 'print them as JSON')
    .exitOverride()
    .action((id: string | undefined, options: Options) =>
      withInstallation((installation) => status(installation, id, options)),
    )
}

async function status(installation: Installation, id: string | undefined, { json }: Options): Promise<void> {
  const deps = await fleetOf(installation)
  if (id !== undefined) return printRollout(deps, id, { json })
  const rollouts = await withPlatformTransaction(deps.pool, (client) =>
    listRollouts(client, { limit: SHOWN }),
  )
  const text = rollouts.map((rollout) => describeRollout(rollout)).join('\n') || 'There was no rollout yet.'
  process.stdout.write(json ? `${JSON.stringify({ rollouts }, null, 2)}\n` : `${text}\n`)
}
