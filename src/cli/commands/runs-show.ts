import { Command } from 'commander'
import type { RunMove, RunRow } from '#src/provisioning/run-list.ts'
import type { RunEvent } from '#src/provisioning/run.ts'
import { listRunEvents } from '#src/provisioning/server/run.repository.ts'
import { listRunMoves } from '#src/tenancy/server/run-moves.service.ts'
import { requireRun } from '../require-run.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { json?: true }

/** `berth runs show` */
export function createRunsShow(): Command {
  return new Command('show')
    .description('one run: its steps, everything it told, and what may be done with it')
    .argument('<run>', 'id of the run')
    .option('--json', 'print it as JSON')
    .exitOverride()
    .action((id: string, options: Options) =>
      withInstallation((installation) => show(installation, id, options)),
    )
}

async function show({ database }: Installation, id: string, { json }: Options): Promise<void> {
  const db = database.platform
  const run = await requireRun(db, id)
  const [moves, events] = await Promise.all([
    listRunMoves(db, { runId: run.id, tenantId: run.tenantId }),
    listRunEvents(db, { runId: run.id, after: 0 }),
  ])
  process.stdout.write(
    json ? `${JSON.stringify({ ...run, moves, events }, null, 2)}\n` : describe(run, { moves, events }),
  )
}

function describe(run: RunRow, { moves, events }: { moves: RunMove[]; events: RunEvent[] }): string {
  const { error, durationMs } = run
  const took = durationMs === null ? '' : `, ${durationMs} ms`
  return [
    `${run.kind} ${run.modules.join(', ')} for ${run.subdomain}`,
    `${run.state}, attempt ${run.attempt}${took}`,
    ...(error ? [`${error.code}: ${error.message}${error.step ? ` Step ${error.step}.` : ''}`] : []),
    ...(run.requestId ? [`request ${run.requestId}`] : []),
    '',
    ...run.steps.map(({ name, state, durationMs: ms }) => {
      return `  ${name.padEnd(14)} ${state}${ms === null ? '' : `  ${ms.toFixed(1)} ms`}`
    }),
    '',
    ...events.map(({ seq, at, type, step, payload }) => {
      const words = [type, step, payload.message].filter(Boolean).join('  ')
      return `  ${String(seq).padStart(3)}  ${at}  ${words}`
    }),
    '',
    moves.length > 0 ? `May be done: ${moves.join(', ')}` : 'Nothing is to be done about it.',
    '',
  ].join('\n')
}
