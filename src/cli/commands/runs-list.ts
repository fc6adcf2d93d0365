import { Command, InvalidArgumentError, Option } from 'commander'
import type { RunRow } from '#src/provisioning/run-list.ts'
import { runKinds, runStates, type RunKind, type RunState } from '#src/provisioning/run.ts'
import { listRuns } from '#src/provisioning/server/run-list.repository.ts'
import { requireTenant } from '../require-tenant.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { state?: RunState; kind?: RunKind; tenant?: string; limit: number; json?: true }

const MAX_RUNS = 200

/** `berth runs list` */
export function createRunsList(): Command {
  return new Command('list')
    .description('runs of all tenants, the newest first')
    .addOption(new Option('--state <name>', 'only runs in this state').choices(runStates))
    .addOption(new Option('--kind <name>', 'only runs of this kind').choices(runKinds))
    .option('--tenant <name>', 'only those of this tenant, by subdomain or id')
    .option('--limit <number>', `how many, at most ${MAX_RUNS}`, readLimit, 20)
    .option('--json', 'print them as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => list(installation, options)))
}

async function list(
  { database }: Installation,
  { state, kind, tenant, limit, json }: Options,
): Promise<void> {
  const db = database.platform
  const { items, total } = await listRuns(db, {
    page: 1,
    limit,
    ...(state ? { state: [state] } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(tenant === undefined ? {} : { tenantId: (await requireTenant(db, tenant)).tenantId }),
  })
  if (json) process.stdout.write(`${JSON.stringify({ runs: items, total }, null, 2)}\n`)
  else process.stdout.write(`${[...items.map(lineOf), `${items.length} of ${total} runs`].join('\n')}\n`)
}

/** A run in one line: when, how it stands, what it does and for whom, and its id. */
function lineOf({ id, createdAt, state, percent, kind, modules, subdomain, error }: RunRow): string {
  const standing = state === 'running' ? `${state} ${percent} %` : state
  const what = kind.endsWith('-module') ? `${kind} ${modules.join(', ')}` : kind
  const why = error ? `  ${error.code}` : ''
  return `${createdAt}  ${standing.padEnd(12)}  ${what}  ${subdomain}  ${id}${why}`
}

function readLimit(given: string): number {
  const limit = Number(given)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_RUNS)
    throw new InvalidArgumentError(`Give a number from 1 to ${MAX_RUNS}.`)
  return limit
}
