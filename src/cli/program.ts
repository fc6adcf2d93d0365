import { Command, CommanderError } from 'commander'
import { rolloutMoves } from '#src/provisioning/server/rollout/move-rollout.ts'
import { PRODUCT_VERSION } from '#src/server/product-version.ts'
import { explainStartFailure } from '#src/server/start-failure.ts'
import { createAdminCreate } from './commands/admin-create.ts'
import { createAuditExport } from './commands/audit-export.ts'
import { createAuditVerify } from './commands/audit-verify.ts'
import { createCheck } from './commands/drift/check.ts'
import { createRepair } from './commands/drift/repair.ts'
import { createDown } from './commands/migrations/down.ts'
import { createMove } from './commands/migrations/move.ts'
import { createPlan } from './commands/migrations/plan.ts'
import { createStatus } from './commands/migrations/status.ts'
import { createUp } from './commands/migrations/up.ts'
import { createPoolStatus } from './commands/pool/status.ts'
import { createPoolDrain, createPoolFill } from './commands/pool/work.ts'
import { createRotateKeys } from './commands/rotate-keys.ts'
import { createRunsList } from './commands/runs-list.ts'
import { createRunsRetry } from './commands/runs-retry.ts'
import { createRunsRollback } from './commands/runs-rollback.ts'
import { createRunsShow } from './commands/runs-show.ts'
import { createSeed } from './commands/seed.ts'
import { createTenants } from './commands/tenants/tenants.ts'
import { CommandFailure, EXIT } from './exit.ts'

/** Runs the command that the arguments of the process name. @returns its exit code */
export async function runProgram(): Promise<number> {
  try {
    await createProgram().parseAsync()
    return EXIT.done
  } catch (error) {
    return explain(error)
  }
}

function createProgram(): Command {
  const program = new Command('berth')
    .description('Work on an installation of Berth, whether its server runs or not.')
    .version(PRODUCT_VERSION)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 done, 1 found or met a problem, 2 called wrongly.')

  program
    .command('audit')
    .description('the audit log')
    .addCommand(createAuditVerify())
    .addCommand(createAuditExport())
  program.command('admin').description('platform administrators').addCommand(createAdminCreate())
  program
    .command('runs')
    .description('what is being built, switched and taken back')
    .addCommand(createRunsList())
    .addCommand(createRunsShow())
    .addCommand(createRunsRetry())
    .addCommand(createRunsRollback())
  program.addCommand(createTenants())
  const migrations = program.command('migrations').description('migrations of modules over all tenants')
  for (const command of [createPlan(), createUp(), createDown(), createStatus()])
    migrations.addCommand(command)
  for (const move of rolloutMoves) migrations.addCommand(createMove(move))
  program
    .command('drift')
    .description('differences between what tenants have and what they should have')
    .addCommand(createCheck())
    .addCommand(createRepair())
  program
    .command('pool')
    .description('schemas that wait for new businesses')
    .addCommand(createPoolStatus())
    .addCommand(createPoolFill())
    .addCommand(createPoolDrain())
  program.addCommand(createSeed())
  program.addCommand(createRotateKeys())
  return program
}

/** Says what went wrong on the error stream. @returns the exit code for it */
function explain(error: unknown): number {
  // The parser has said it already; help and version end by an error, too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof CommandFailure) {
    if (error.message) process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  process.stderr.write(`${explainStartFailure(error)}\n`)
  return EXIT.problem
}
