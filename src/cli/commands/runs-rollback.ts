import { Command } from 'commander'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { rollBackRun } from '#src/provisioning/server/run.service.ts'
import { CommandFailure, EXIT } from '../exit.ts'
import { explainRefusal, requireRun } from '../require-run.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { confirm: string; json?: true }

/** `berth runs rollback` */
export function createRunsRollback(): Command {
  return new Command('rollback')
    .description('take a tenant back that a run has built: its schema, role and all its records are dropped')
    .argument('<run>', 'id of the run')
    .requiredOption('--confirm <subdomain>', 'the subdomain of the tenant, typed out')
    .option('--json', 'print what was taken back as JSON')
    .exitOverride()
    .action((id: string, options: Options) =>
      withInstallation((installation) => rollBack(installation, id, options)),
    )
}

async function rollBack({ database }: Installation, id: string, { confirm, json }: Options): Promise<void> {
  const { id: runId, tenantId, subdomain } = await requireRun(database.platform, id)
  if (confirm !== subdomain)
    throw new CommandFailure(`That run is about ${subdomain}; --confirm says ${confirm}.`, EXIT.usage)
  await rollBackRun(database.pool, runId, { actor: systemActor() }).catch(explainRefusal)
  process.stdout.write(
    json
      ? `${JSON.stringify({ runId, tenantId, subdomain })}\n`
      : `${subdomain} was taken back. It can be built again, empty: berth runs retry ${runId}\n`,
  )
}
