import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { retryAnyRun } from '#src/tenancy/server/retry-run.service.ts'
import { explainRefusal, requireRun } from '../require-run.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { json?: true }

/** Stands in the log where calls have an id of their own. */
const REQUEST_ID = 'berth-cli'

/** `berth runs retry` */
export function createRunsRetry(): Command {
  return new Command('retry')
    .description('start a failed run again; the worker of the server does it, or the next one to start')
    .argument('<run>', 'id of the run')
    .option('--json', 'print the run as JSON')
    .exitOverride()
    .action((id: string, options: Options) =>
      withInstallation((installation) => retry(installation, id, options)),
    )
}

async function retry({ database }: Installation, id: string, { json }: Options): Promise<void> {
  const db = database.platform
  const { id: runId, tenantId, subdomain } = await requireRun(db, id)
  const wish = { runId, tenantId, actor: systemActor(REQUEST_ID), requestId: REQUEST_ID }
  await retryAnyRun(db, wish).catch(explainRefusal)
  const { attempt } = await requireRun(db, id)
  process.stdout.write(
    json
      ? `${JSON.stringify({ runId, tenantId, subdomain, attempt })}\n`
      : `Attempt ${attempt} for ${subdomain} is in the queue. Follow it with: berth runs show ${runId}\n`,
  )
}
