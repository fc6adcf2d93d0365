import type { Database } from '#src/db/server/database.ts'
import type { WantedMigrations } from '#src/resources/server/wanted-migrations.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { Language } from '#src/tenancy/language.ts'
import { listMoves } from '#src/tenancy/life-cycle.ts'
import { addressInput, type TenantStatus } from '#src/tenancy/tenant.ts'
import type { TenantDetails } from '../../tenant-details.ts'
import { findTenantFacts, listAppliedMigrations, type AppliedMigration } from './tenant-details.repository.ts'
import { listTenantRows } from './tenant-rows.repository.ts'

/** One tenant as the console shows it. @throws AppError NOT_FOUND */
export async function getTenantDetails(
  { platform, platformQuery }: Pick<Database, 'platform' | 'platformQuery'>,
  tenantId: string,
  wanted: WantedMigrations,
): Promise<Omit<TenantDetails, 'workspaceUrl'>> {
  const [[row], found, applied] = await Promise.all([
    listTenantRows(platformQuery, [tenantId]),
    findTenantFacts(platform, tenantId),
    listAppliedMigrations(platform, tenantId),
  ])
  if (!row || !found) throw new AppError('NOT_FOUND')
  const { isEnding, ...facts } = found
  const missing = await listMissing(wanted, { modules: row.modules, applied })
  const statusBefore = facts.statusBefore as TenantStatus | null
  return {
    ...row,
    ...facts,
    phone: facts.phone ?? '',
    address: addressInput.parse(facts.address ?? {}),
    language: facts.language as Language,
    statusBefore,
    moves: listMoves({ status: row.status, statusBefore, isEnding }),
    updatedAt: facts.updatedAt.toISOString(),
    migrations: applied.map((migration) => ({ ...migration, appliedAt: migration.appliedAt.toISOString() })),
    missing,
    isBehind: missing.length > 0,
  }
}

/** As a rollout sees it: of a module that was switched off and keeps its tables, too. */
async function listMissing(
  wanted: WantedMigrations,
  { modules, applied }: { modules: readonly string[]; applied: readonly AppliedMigration[] },
): Promise<string[]> {
  const known = new Set(applied.map(({ module, name }) => `${module}/${name}`))
  const had = new Set([...modules, ...applied.map(({ module }) => module)])
  return (await wanted([...had])).map(({ set, name }) => `${set}/${name}`).filter((id) => !known.has(id))
}
