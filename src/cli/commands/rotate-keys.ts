import { Command } from 'commander'
import { withTenantScope } from '#src/db/server/tenant-scope.ts'
import { overlay } from '#src/modules/overlay/module.ts'
import { rotateTokens } from '#src/modules/overlay/server/tokens/provider-token.service.ts'
import { createProgress } from '../progress.ts'
import { withInstallation, type Installation } from '../with-installation.ts'

/** `berth rotate-keys` */
export function createRotateKeys(): Command {
  return new Command('rotate-keys')
    .description('encrypt stored secrets anew with the first key of BERTH_ENCRYPTION_KEYS')
    .option('--json', 'print how many as JSON')
    .addHelpText(
      'after',
      '\nIt can be repeated: what is up to date stays. Afterwards older keys are not needed any more.',
    )
    .exitOverride()
    .action((options: { json?: true }) =>
      withInstallation((installation) => rotateKeys(installation, options)),
    )
}

async function rotateKeys(
  { database, encryptionKeys: keys }: Installation,
  { json }: { json?: true },
): Promise<void> {
  // Also where the module is off now: its rows are kept.
  const tenants = await database.platform.tenant.findMany({
    where: {
      status: { notIn: ['provisioning', 'failed', 'deleted'] },
      features: { some: { name: overlay.id } },
    },
    select: { id: true, schemaName: true, roleName: true },
    orderBy: { id: 'asc' },
  })
  const progress = createProgress('tenants')
  let rotated = 0
  for (const [index, { id: tenantId, ...placement }] of tenants.entries()) {
    rotated += await withTenantScope({ tenantId, ...placement }, () =>
      rotateTokens(database.tenant, { keys, tenantId }),
    )
    progress.update(index + 1, tenants.length)
  }
  progress.end()
  const told = { tenants: tenants.length, rotated, key: keys.current.id }
  process.stdout.write(
    json
      ? `${JSON.stringify(told)}\n`
      : `${rotated} secrets encrypted anew with key ${told.key}, in ${told.tenants} workspaces.\n`,
  )
}
