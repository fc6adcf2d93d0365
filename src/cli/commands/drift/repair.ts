import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { executeRepair } from '#src/provisioning/server/drift/repair/execute-repair.ts'
import { planRepair } from '#src/provisioning/server/drift/repair/plan-repair.ts'
import { CommandFailure, EXIT } from '../../exit.ts'
import { requireTenant } from '../../require-tenant.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { fleetOf } from '../migrations/fleet-of.ts'
import { sayRefusal } from '../migrations/say-refusal.ts'
import { describeFinding } from './describe-report.ts'

type Options = { tenant: string; dryRun?: true; confirm?: string; json?: true }

/** `berth drift repair` */
export function createRepair(): Command {
  return new Command('repair')
    .description('put right what can be put right without losing anything')
    .requiredOption('--tenant <name>', 'whose, by subdomain or id')
    .option('--dry-run', 'only show the plan')
    .option('--confirm <plan>', 'the name of the plan, as shown: that one is carried out, or none')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExit code 1 means that something is left that differs.')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => repair(installation, options)))
}

async function repair(installation: Installation, options: Options): Promise<void> {
  const { tenantId } = await requireTenant(installation.database.platform, options.tenant)
  const deps = await fleetOf(installation)
  const plan = await planRepair(deps, tenantId).catch(sayRefusal)
  const { hash, findings } = plan
  if (options.dryRun || options.confirm === undefined || findings.length === 0) {
    process.stdout.write(options.json ? `${JSON.stringify(plan, null, 2)}\n` : `${describePlan(plan)}\n`)
    if (options.dryRun || findings.length === 0) return
    throw new CommandFailure(`Read the plan. To carry it out: --confirm ${hash}`, EXIT.usage)
  }
  const order = { tenantId, hash: options.confirm, actor: systemActor() }
  const { failed, remaining } = await executeRepair(deps, order).catch(sayRefusal)
  const text = [
    ...failed.map(({ kind, object, message }) => `failed  ${kind} ${object}  ${message}`),
    ...remaining.map(describeFinding),
    remaining.length === 0 ? 'Everything is as it should be.' : `${remaining.length} left.`,
  ].join('\n')
  process.stdout.write(options.json ? `${JSON.stringify({ failed, remaining }, null, 2)}\n` : `${text}\n`)
  if (remaining.length > 0) throw new CommandFailure('')
}

function describePlan({ hash, findings }: Awaited<ReturnType<typeof planRepair>>): string {
  if (findings.length === 0) return 'Nothing to do: everything is as it should be.'
  return [`plan ${hash}`, ...findings.map(describeFinding)].join('\n')
}
