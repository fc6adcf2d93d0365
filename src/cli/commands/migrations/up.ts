import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { startRollUp } from '#src/provisioning/server/rollout/start-rollout.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { fleetOf } from './fleet-of.ts'
import { sayRefusal } from './say-refusal.ts'
import { addSettings, readSettings, type SettingsOptions } from './settings-options.ts'
import { workOnRollout } from './work-on-rollout.ts'

type Options = SettingsOptions & { json?: true }

/** `berth migrations up` */
export function createUp(): Command {
  return addSettings(new Command('up'))
    .description('bring all tenants up to date: canaries first, then in waves')
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      '\nThe work is done here, and goes on elsewhere or with `resume` should this end early.',
    )
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => rollUp(installation, options)))
}

async function rollUp(installation: Installation, options: Options): Promise<void> {
  const deps = await fleetOf(installation)
  const settings = await readSettings(installation.database.platform, options)
  const { pool, migrations } = deps
  const order = { migrations, settings, actor: systemActor(), queue: false }
  const rolloutId = await startRollUp(pool, order).catch(sayRefusal)
  if (rolloutId !== null) return workOnRollout(deps, rolloutId, options)
  process.stdout.write(options.json ? 'null\n' : 'Nothing to do: every tenant has what this code has.\n')
}
