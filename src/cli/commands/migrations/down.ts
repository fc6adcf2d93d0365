import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import type { DownTarget } from '#src/provisioning/rollout.ts'
import { startRollDown } from '#src/provisioning/server/rollout/start-rollout.ts'
import { CommandFailure, EXIT } from '../../exit.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { fleetOf } from './fleet-of.ts'
import { sayRefusal } from './say-refusal.ts'
import { addSettings, readSettings, type SettingsOptions } from './settings-options.ts'
import { workOnRollout } from './work-on-rollout.ts'

type Options = SettingsOptions & { rollout?: string; to?: string; confirm?: string; json?: true }

/** `berth migrations down` */
export function createDown(): Command {
  return addSettings(new Command('down'))
    .description('take migrations back; what only the newer form could hold is lost')
    .option('--rollout <id>', 'what this rollout has applied, in the tenants it has reached')
    .option('--to <module/migration>', 'all of a module that is newer than this one, in all tenants')
    .option('--confirm <text>', 'the id or the migration once more')
    .option('--json', 'print the outcome as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => rollDown(installation, options)))
}

async function rollDown(installation: Installation, options: Options): Promise<void> {
  const target = readTarget(options)
  const deps = await fleetOf(installation)
  const settings = await readSettings(installation.database.platform, options)
  const { pool, migrations } = deps
  const order = { target, migrations, settings, actor: systemActor(), queue: false }
  const rolloutId = await startRollDown(pool, order).catch(sayRefusal)
  if (rolloutId !== null) return workOnRollout(deps, rolloutId, options)
  process.stdout.write(options.json ? 'null\n' : 'Nothing to do: no tenant has any of it.\n')
}

function readTarget({ rollout, to, confirm }: Options): DownTarget {
  const named = rollout ?? to
  if (named === undefined || (rollout !== undefined && to !== undefined)) {
    throw new CommandFailure('Say what to take back: --rollout <id> or --to <module/migration>.', EXIT.usage)
  }
  if (confirm !== named)
    throw new CommandFailure(`Records may be lost. Repeat it: --confirm ${named}`, EXIT.usage)
  if (rollout !== undefined) return { rolloutId: rollout }
  const [module = '', migration] = named.split('/')
  if (migration === undefined) throw new CommandFailure(`${named} is not module/migration.`, EXIT.usage)
  return { module, to: migration }
}
