import { vi } from 'vitest'
import type { TenantRole } from '#src/auth/identity.ts'
import type { TestDatabase } from '#src/db/server/testing/test-database.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createTestKeys } from '#src/encryption/server/testing/test-keys.ts'
import { readEnv } from '#src/env.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { executeRun } from '#src/provisioning/server/execute-run.ts'
import { createWaitingTenant, rehearsalDeps } from '#src/provisioning/server/testing/rehearsal.ts'
import type { ErrorBody } from '#src/shared/errors/catalogue.ts'
import { newId } from '#src/shared/ids.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { createCallerFactory, createRouter } from '#src/trpc/server/init.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import type { Module } from '../../define-module.ts'
import type { ModuleServer } from '../define-module-server.ts'
import { permissionTableOf } from '../../permission-table.ts'
import { createBlueprintOf } from '../module-blueprint.ts'
import { loadModuleMigrations } from '../module-migrations.ts'
import { createModuleRouters } from '../module-routers.ts'

/** A tenant as provisioning builds it, with all of `modules` switched on. */
export async function createWorkspace(
  db: TestDatabase,
  {
    subdomain,
    modules,
    services = [],
  }: { subdomain: string; modules: readonly Module[]; services?: string[] },
): Promise<CallTenant> {
  const names = modules.map(({ id }) => id)
  const blueprintOf = createBlueprintOf(modules, await loadModuleMigrations(modules))
  const { tenantId, runId } = await createWaitingTenant(db, subdomain)
  const findTenant = () => db.database.platform.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  const deps = rehearsalDeps(db, { blueprintOf: () => blueprintOf({ modules: names, services }) })
  await executeRun(deps, { runId, attempt: 1 })
  // Where a worker takes jobs, it may have been faster.
  await vi.waitUntil(async () => (await findTenant()).status !== 'provisioning', { timeout: 15_000 })
  const tenant = await findTenant()
  if (tenant.status !== 'trial') {
    const run = await db.database.platform.provisioningRun.findUniqueOrThrow({ where: { id: runId } })
    throw new Error(`The workspace was not built: ${run.errorStep} ${run.errorMessage}`)
  }
  return { ...tenant, tenantId, modules: names }
}

/** The context of a call by somebody of a tenant, as the web server makes it. */
export function callContext(
  { database }: TestDatabase,
  {
    tenant,
    modules,
    role = 'owner',
    userId = newId(),
  }: { tenant: CallTenant; modules: readonly Module[]; role?: TenantRole; userId?: string },
): CallContext {
  const { tenantId } = tenant
  return {
    database,
    env: readEnv({}),
    logger: createLogger({ level: 'silent' }),
    permissions: permissionTableOf(modules),
    limits: createTestLimits(database.pool),
    authSecret: 'x'.repeat(32),
    encryptionKeys: createTestKeys(),
    files: createFileStore(readEnv({})),
    requestId: 'test-request',
    ip: '127.0.0.1',
    userAgent: 'vitest',
    hostTenant: tenant,
    tenant,
    identity: {
      userId,
      tenantId,
      email: 'a@b.test',
      fullName: 'A',
      role,
      credential: 'web',
      sessionId: newId(),
      scopes: null,
    },
    watchToken: null,
    idempotencyKey: null,
    apexUrl: 'http://berth.localhost',
    workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
    forgetTenant: () => undefined,
    announceChange: () => undefined,
    response: {},
  }
}

/** Calls the procedures of modules, and of their server parts, without HTTP. */
export function createModuleCaller<
  const Modules extends readonly Module[],
  const Servers extends readonly ModuleServer[] = readonly [],
>(modules: Modules, servers?: Servers) {
  return createCallerFactory(createRouter(createModuleRouters(modules, servers)))
}

/** What a caller would be told about a call that fails. */
export async function refusal(attempt: Promise<unknown>): Promise<ErrorBody['error']> {
  const failure: unknown = await attempt.then(
    () => null,
    (error: unknown) => error,
  )
  if (failure === null) throw new Error('The call was expected to fail.')
  return formatCallError(failure).error
}
