import { Command } from 'commander'
import { deleteTenantInput, reasonInput } from '#src/admin/tenant-changes.ts'
import { systemActor } from '#src/audit/server/append-audit.repository.ts'
import { siteAddressOf } from '#src/server/site-address.ts'
import { GRACE_DAYS } from '#src/tenancy/life-cycle.ts'
import {
  activateTenant,
  deleteTenant,
  restoreTenant,
  suspendTenant,
  type LifeOrder,
  type LifeOutcome,
} from '#src/tenancy/server/tenant-life.service.ts'
import { CommandFailure, EXIT } from '../../exit.ts'
import { refusedAs } from '../../refused-as.ts'
import { requireTenant } from '../../require-tenant.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'

type Options = { json?: true; reason?: string; confirm?: string; grace?: string }
type Move = (
  db: Installation['database']['platform'],
  order: LifeOrder,
  options: Options,
) => Promise<LifeOutcome>

/** `berth tenants suspend`, `activate`, `delete` and `restore` */
export function createTenantMoves(): Command[] {
  return [
    moveCommand('suspend', 'close a workspace to its people; nothing is deleted', (db, order, { reason }) =>
      suspendTenant(db, { ...order, reason: requireReason(reason) }),
    ).requiredOption('--reason <text>', 'why; kept in the log and told to the owners'),
    moveCommand('activate', 'open a suspended workspace again, or make a trial a customer', activateTenant),
    moveCommand('delete', 'close a workspace and order its end, after days of grace', (db, order, options) =>
      deleteTenant(db, { ...order, ...readDeletion(order, options) }),
    )
      .requiredOption('--confirm <subdomain>', 'the subdomain once more')
      .requiredOption('--reason <text>', 'why; kept in the log and told to the owners')
      .option('--grace <days>', 'days in which it can be restored', String(GRACE_DAYS)),
    moveCommand('restore', 'call the deletion of a workspace off', restoreTenant),
  ]
}

function moveCommand(name: string, description: string, move: Move): Command {
  return new Command(name)
    .description(description)
    .argument('<tenant>', 'its subdomain or id')
    .option('--json', 'print where it stands as JSON')
    .exitOverride()
    .action((tenant: string, options: Options) =>
      withInstallation((installation) => run(installation, move, { tenant, options })),
    )
}

async function run(
  { database, env }: Installation,
  move: Move,
  { tenant, options }: { tenant: string; options: Options },
): Promise<void> {
  const { tenantId, subdomain } = await requireTenant(database.platform, tenant)
  const { workspaceUrl } = siteAddressOf(env, env.PORT)
  const order = { tenantId, actor: systemActor(), workspaceUrl }
  const outcome = await move(database.platform, order, options).catch(refusedAs)
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...outcome, subdomain })}\n`)
    return
  }
  const due = outcome.deletionDueAt ? `, and deleted for good after ${outcome.deletionDueAt}` : ''
  process.stdout.write(`${subdomain} is ${outcome.status} now${due}.\n`)
}

/** @throws CommandFailure for a reason or days that the product would not take */
function readDeletion({ tenantId }: LifeOrder, { confirm, reason, grace }: Options) {
  const read = deleteTenantInput.safeParse({ tenantId, confirm, reason, graceDays: grace })
  if (read.success) return read.data
  const [issue] = read.error.issues
  const option = issue?.path[0] === 'graceDays' ? 'grace' : 'reason'
  throw new CommandFailure(`--${option}: ${issue?.message ?? ''}`, EXIT.usage)
}

/** @throws CommandFailure */
function requireReason(reason: string | undefined): string {
  const read = reasonInput.safeParse(reason)
  if (read.success) return read.data
  throw new CommandFailure(`--reason: ${read.error.issues[0]?.message ?? ''}`, EXIT.usage)
}
