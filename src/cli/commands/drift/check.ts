import { Command } from 'commander'
import type { DriftCheck } from '#src/provisioning/server/drift/check-drift.ts'
import { checkDrift } from '#src/provisioning/server/drift/check-drift.ts'
import { CommandFailure } from '../../exit.ts'
import { createProgress } from '../../progress.ts'
import { requireTenant } from '../../require-tenant.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { fleetOf } from '../migrations/fleet-of.ts'
import { describeReport } from './describe-report.ts'

type Options = { tenant?: string[]; json?: true }

/** `berth drift check` */
export function createCheck(): Command {
  return new Command('check')
    .description('compare what tenants have with what they should have')
    .option('--tenant <name...>', 'only these, by subdomain or id')
    .option('--json', 'print everything as JSON')
    .addHelpText('after', '\nExit code 1 means that something differs.')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => check(installation, options)))
}

async function check(installation: Installation, { tenant: names, json }: Options): Promise<void> {
  const deps = await fleetOf(installation)
  const progress = createProgress('comparing')
  const tenantIds = names && (await listIds(installation, names))
  const found = await checkDrift(deps, { ...(tenantIds ? { tenantIds } : {}), onProgress: progress.update })
  progress.end()
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : `${describe(found)}\n`)
  if (found.reports.length > 0) throw new CommandFailure('')
}

async function listIds({ database }: Installation, names: readonly string[]): Promise<string[]> {
  const tenants = await Promise.all(names.map((name) => requireTenant(database.platform, name)))
  return tenants.map(({ tenantId }) => tenantId)
}

function describe({ summary, reports }: DriftCheck): string {
  const { tenants, objects, durationMs, skipped, critical, warning } = summary
  const what = `${tenants} ${tenants === 1 ? 'tenant' : 'tenants'} with ${objects} objects compared in ${(durationMs / 1_000).toFixed(1)} s`
  const left = [
    ...(skipped.busy > 0 ? [`${skipped.busy} being changed`] : []),
    ...(skipped.newer > 0 ? [`${skipped.newer} with migrations of newer code`] : []),
    ...(skipped.edited > 0 ? [`${skipped.edited} with migrations that were edited`] : []),
  ]
  return [
    ...reports.map(describeReport),
    `${what}${left.length > 0 ? `; left out: ${left.join(', ')}` : ''}.`,
    critical + warning === 0 ? 'No drift.' : `${critical} critical, ${warning} to look at.`,
  ].join('\n')
}
