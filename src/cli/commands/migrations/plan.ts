import { Command } from 'commander'
import { withPlatformTransaction } from '#src/db/server/transaction.ts'
import { listGaps, type TenantGap } from '#src/provisioning/server/rollout/fleet-plan.repository.ts'
import { CommandFailure } from '../../exit.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { fleetOf } from './fleet-of.ts'

type Options = { json?: true; check?: true }

/** `berth migrations plan` */
export function createPlan(): Command {
  return new Command('plan')
    .description('what tenants lack of the migrations this code has')
    .option('--json', 'print it as JSON, tenant by tenant')
    .option('--check', 'exit with 1 when any tenant lacks something')
    .addHelpText('after', '\nExit code 1 means that migrations were changed after they had been applied.')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => plan(installation, options)))
}

async function plan(installation: Installation, { json, check }: Options): Promise<void> {
  const { pool, migrations } = await fleetOf(installation)
  const gaps = await withPlatformTransaction(pool, (client) => listGaps(client, migrations))
  const behind = gaps.filter(({ missing }) => missing.length > 0)
  const changed = new Set(gaps.flatMap((gap) => gap.changed))
  process.stdout.write(json ? `${JSON.stringify({ tenants: gaps }, null, 2)}\n` : `${describe(gaps)}\n`)
  if (changed.size > 0)
    throw new CommandFailure(`Changed after they had been applied: ${[...changed].join(', ')}`)
  if (check && behind.length > 0) throw new CommandFailure('')
}

function describe(gaps: readonly TenantGap[]): string {
  const lines = (['missing', 'changed', 'unknown'] as const).flatMap((what) => {
    const counts = new Map<string, number>()
    for (const id of gaps.flatMap((gap) => gap[what])) counts.set(id, (counts.get(id) ?? 0) + 1)
    return [...counts].map(
      ([id, tenants]) => `${what}  ${id}  ${tenants} ${tenants === 1 ? 'tenant' : 'tenants'}`,
    )
  })
  return lines.length > 0 ? lines.join('\n') : 'Nothing to do: every tenant has what this code has.'
}
