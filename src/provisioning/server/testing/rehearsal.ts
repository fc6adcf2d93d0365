import { createHash } from 'node:crypto'
import type { Migration } from '#src/db/server/migration-files.ts'
import { placementOf } from '#src/db/server/tenant-scope.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { newId } from '#src/shared/ids.ts'
import type { ExecutableKind } from '../../run.ts'
import type { RunInput, TenantBlueprint } from '../blueprint.ts'
import type { ExecuteDeps } from '../execute-steps.ts'
import { createStepTable } from '../run-steps.ts'
import { noFault } from '../fault.ts'
import { startRun } from '../run.service.ts'
import { estimateSteps } from '../step-estimate.repository.ts'

const notesUp = `create table notes (
  id uuid primary key, tenant_id uuid not null, title text not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now())`

/** A module small enough for tests of the engine itself. */
export const notesMigration: Migration = {
  set: 'notes',
  name: '0001_notes',
  up: notesUp,
  down: 'drop table notes',
  checksum: createHash('sha256').update(notesUp).digest('hex'),
  breaking: false,
}

const mooringsUp = `create table moorings (
  id uuid primary key, tenant_id uuid not null, name text not null,
  created_at timestamptz not null default now(), updated_at timestamptz not null default now())`

/** What a second small module brings, for tenants that are open already. */
export const mooringsMigration: Migration = {
  set: 'moorings',
  name: '0001_moorings',
  up: mooringsUp,
  down: 'drop table moorings',
  checksum: createHash('sha256').update(mooringsUp).digest('hex'),
  breaking: false,
}

function blueprintOf(input: RunInput): TenantBlueprint {
  const { modules } = input
  if (modules.includes('moorings')) return { modules, migrations: [mooringsMigration], seed: [], ownRows: [] }
  return {
    modules: input.modules,
    migrations: [notesMigration],
    seed: [{ table: 'notes', columns: ['title'], rows: [['first'], ['second']] }],
    ownRows: [],
  }
}

/** Everything executing runs needs, on a test database. */
export function rehearsalDeps({ database }: TestDatabase, changes: Partial<ExecuteDeps> = {}): ExecuteDeps {
  return {
    pool: database.pool,
    logger: createLogger({ level: 'silent' }),
    steps: createStepTable({
      workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
      files: { remove: async () => undefined },
    }),
    blueprintOf,
    fault: noFault,
    ...changes,
  }
}

export type SignedUpTenant = { tenantId: string; runId: string; schemaName: string; roleName: string }

/** A tenant with an owner and a run that waits, as sign-up leaves them. */
export async function createWaitingTenant(
  { database }: TestDatabase,
  subdomain: string,
): Promise<SignedUpTenant> {
  const tenantId = newId()
  const { schemaName, roleName } = placementOf(tenantId)
  const estimate = await estimateSteps(database.platform, 'create-tenant')
  const runId = await database.platform.$transaction(async (tx) => {
    await tx.tenant.create({
      data: {
        id: tenantId,
        subdomain,
        businessName: subdomain,
        industry: 'pet-care',
        timezone: 'UTC',
        currency: 'EUR',
        plan: 'free',
        status: 'provisioning',
        schemaName,
        roleName,
      },
    })
    await tx.user.create({
      data: {
        id: newId(),
        tenantId,
        email: `owner@${subdomain}.test`,
        fullName: 'Owner',
        passwordHash: 'x',
        role: 'owner',
      },
    })
    return startRun(tx, {
      tenantId,
      kind: 'create-tenant',
      input: { modules: ['notes'], services: [] },
      requestId: 'test',
      estimate,
    })
  })
  return { tenantId, runId, schemaName, roleName }
}

/** Writes a run that switches a module of a tenant on or off; nothing executes it yet. */
export async function startModuleRun(
  { database }: TestDatabase,
  { tenantId, kind, module = 'moorings' }: { tenantId: string; kind: ExecutableKind; module?: string },
): Promise<string> {
  const estimate = await estimateSteps(database.platform, kind)
  const input = { modules: [module], services: [] }
  return database.platform.$transaction((tx) =>
    startRun(tx, { tenantId, kind, input, requestId: 'test', estimate }),
  )
}

/** Everything a failed run could have left behind; each list must be empty. */
export async function listRemains({ inspect }: TestDatabase, tenant: SignedUpTenant): Promise<string[]> {
  const rows = await inspect<{ what: string }>(
    `select 'schema' as what from pg_namespace where nspname = $1
     union all select 'role' from pg_roles where rolname = $2
     union all select 'feature' from platform.tenant_features where tenant_id = $3
     union all select 'migration' from platform.applied_migrations where tenant_id = $3
     union all select 'mail' from platform.mail_outbox where tenant_id = $3`,
    [tenant.schemaName, tenant.roleName, tenant.tenantId],
  )
  return rows.map(({ what }) => what)
}
