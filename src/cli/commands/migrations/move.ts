import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { changeRollout, type RolloutMove } from '#src/provisioning/server/rollout/move-rollout.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'
import { describeRollout } from './describe-rollout.ts'
import { fleetOf } from './fleet-of.ts'
import { sayRefusal } from './say-refusal.ts'
import { readRollout, workOnRollout } from './work-on-rollout.ts'

const WORDS: Readonly<Record<RolloutMove, string>> = {
  pause: 'begin with no further tenant',
  resume: 'go on with a rollout that was paused, or that nobody works on',
  retry: 'give the tenants that failed another turn',
  cancel: 'end a rollout for good; what it has done stays',
}

type Options = { json?: true }

/** `berth migrations pause`, `resume`, `retry` and `cancel` */
export function createMove(move: RolloutMove): Command {
  return new Command(move)
    .description(WORDS[move])
    .argument('<rollout>', 'its id, as status shows it')
    .option('--json', 'print the rollout as JSON')
    .exitOverride()
    .action((id: string, options: Options) =>
      withInstallation((installation) => moveBy(installation, { id, move, options })),
    )
}

async function moveBy(
  installation: Installation,
  { id, move, options }: { id: string; move: RolloutMove; options: Options },
): Promise<void> {
  const deps = await fleetOf(installation)
  const { state } = await readRollout(deps, id)
  // Whoever worked on it may be gone; joining those who are not does no harm.
  const joins = move === 'resume' && (state === 'running' || state === 'pending')
  if (!joins) {
    const { pool, migrations } = deps
    await changeRollout(pool, id, { move, actor: systemActor(), migrations, queue: false }).catch(sayRefusal)
  }
  if (move === 'resume' || move === 'retry') return workOnRollout(deps, id, options)
  const rollout = await readRollout(deps, id)
  process.stdout.write(`${options.json ? JSON.stringify(rollout) : describeRollout(rollout)}\n`)
}
