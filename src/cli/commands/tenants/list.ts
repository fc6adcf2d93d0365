import { Command } from 'commander'
import { listTenants } from '#src/admin/server/tenants/tenant-list.service.ts'
import { tenantListInput, tenantSortFields, type TenantListRow } from '#src/admin/tenant-list.ts'
import { CommandFailure, EXIT } from '../../exit.ts'
import { withInstallation, type Installation } from '../../with-installation.ts'

type Options = { json?: true } & Partial<Record<string, string | true>>

/** `berth tenants list` */
export function createTenantsList(): Command {
  return new Command('list')
    .description('list tenants, page by page')
    .option('--q <words>', 'words of the subdomain, the business name, or the name or e-mail of an owner')
    .option('--status <list>', 'statuses with commas; without, all but deleted ones')
    .option('--plan <list>', 'plans with commas')
    .option('--industry <list>', 'industries with commas')
    .option('--module <id>', 'a module that is switched on')
    .option(
      '--sort <fields>',
      `up to three of ${tenantSortFields.join(', ')}, with - in front for descending`,
    )
    .option('--page <number>', 'which page', '1')
    .option('--limit <number>', 'tenants of a page, at most 200', '50')
    .option('--json', 'print the page as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => list(installation, options)))
}

async function list({ database }: Installation, { json, ...options }: Options): Promise<void> {
  const asked = tenantListInput.safeParse(options)
  if (!asked.success) {
    const [issue] = asked.error.issues
    throw new CommandFailure(`--${String(issue?.path[0] ?? 'sort')}: ${issue?.message ?? ''}`, EXIT.usage)
  }
  const found = await listTenants(database, asked.data)
  if (json) {
    process.stdout.write(`${JSON.stringify(found)}\n`)
    return
  }
  for (const row of found.items) process.stdout.write(`${describe(row)}\n`)
  process.stdout.write(`${found.items.length} of ${found.total} tenants.\n`)
}

function describe({ subdomain, status, plan, people, businessName, deletionDueAt }: TenantListRow): string {
  const due = deletionDueAt ? `  deleted on ${deletionDueAt.slice(0, 10)}` : ''
  return `${subdomain.padEnd(30)} ${status.padEnd(12)} ${plan.padEnd(8)} ${String(people).padStart(5)}  ${businessName}${due}`
}
