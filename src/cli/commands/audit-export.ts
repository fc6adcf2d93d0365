import { open } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { printAuditPart, type AuditFileFormat } from '#src/audit/audit-file.ts'
import { appendAudit, systemActor } from '#src/audit/server/append-audit.repository.ts'
import { listAuditPart } from '#src/audit/server/audit-log.service.ts'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { CommandFailure, EXIT } from '../exit.ts'
import { createProgress } from '../progress.ts'
import { requireTenant } from '../require-tenant.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

type Options = { tenant: string; format: AuditFileFormat; out: string; json?: true }

/** `berth audit export` */
export function createAuditExport(): Command {
  return new Command('export')
    .description('write the audit log of a tenant into a file')
    .requiredOption('--tenant <name>', 'by subdomain or id')
    .requiredOption('--out <file>', 'is made, and must not be there yet')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'json']).default('csv'))
    .option('--json', 'print what was done as JSON')
    .exitOverride()
    .action((options: Options) => withInstallation((installation) => exportLog(installation, options)))
}

async function exportLog({ database }: Installation, { tenant, format, out, json }: Options): Promise<void> {
  const placement = await requireTenant(database.platform, tenant)
  const { tenantId, subdomain } = placement
  const file = await open(out, 'wx', 0o600).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandFailure(`${out} cannot be made: ${reason}`, EXIT.usage)
  })
  const progress = createProgress(subdomain)
  let entries = 0
  try {
    const total = await database.platform.auditLog.count({ where: { tenantId } })
    let cursor: string | undefined
    for (let isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const { items, next } = await withTenantScope(placement, () =>
        listAuditPart(database, tenantId, { cursor }),
      )
      await file.write(printAuditPart(items, { format, isFirst, isLast: next === null }))
      entries += items.length
      progress.update(entries, total)
      cursor = next ?? undefined
    }
  } finally {
    progress.end()
    await file.close()
  }
  await appendAudit(database.platform, {
    tenantId,
    actor: systemActor(),
    action: 'audit.export',
    resource: { type: 'tenants', id: tenantId },
    details: { format, entries, by: 'command line' },
  })
  process.stdout.write(
    json ? `${JSON.stringify({ tenantId, out, format, entries })}\n` : `${entries} entries are in ${out}.\n`,
  )
}
