import type { Role } from '#src/auth/identity.ts'
import { isPlatformRole } from '#src/auth/identity.ts'
import type { Impersonator } from '#src/auth/impersonation.ts'
import type { PermissionTable } from '#src/auth/permissions.ts'
import type { Database } from '#src/db/server/database.ts'
import { createFileStore } from '#src/files/server/file-store.ts'
import { createTestKeys } from '#src/encryption/server/testing/test-keys.ts'
import { readEnv } from '#src/env.ts'
import type { Limits } from '#src/limits/server/limits.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { CallContext, CallTenant } from '#src/trpc/server/context.ts'
import { formatCallError } from '#src/trpc/server/error-formatter.ts'
import { createCallerFactory } from '#src/trpc/server/init.ts'
import type { AppRouter } from '../root-router.ts'

const tenant: CallTenant = {
  tenantId: '019eae1c-52ac-7d63-b263-a68d38e1f0a1',
  schemaName: 't_nowhere',
  roleName: 't_nowhere',
  subdomain: 'nowhere',
  status: 'active',
  businessName: 'Nowhere',
  industry: 'pet-care',
  timezone: 'UTC',
  currency: 'EUR',
  language: 'english',
  plan: 'pro',
  modules: modules.map(({ id }) => id),
}

/** Services that nothing may be asked of: whoever touches one was let in. */
const nothing = {
  get() {
    throw new Error('There is nothing behind this call.')
  },
}
const database = new Proxy({} as Database, nothing)
const limits = new Proxy({} as Limits, nothing)

type Attempt = {
  path: string
  /** null for a visitor */
  role: Role | null
  permissions: PermissionTable
  scopes?: string[]
  /** somebody of the platform acts as the person */
  impersonated?: boolean
}

const impersonator: Impersonator = {
  id: '019eae1c-52ac-7d63-b263-a68d38e1f0a4',
  fullName: 'Grace',
  impersonationId: '019eae1c-52ac-7d63-b263-a68d38e1f0a5',
  reason: 'A test',
  until: '2100-01-01T00:00:00.000Z',
}

/**
 * Calls a procedure without any data, to see how far the caller gets.
 * @returns the code of the answer, or null when the call succeeded
 */
export async function tryCall(
  router: AppRouter,
  { path, role, permissions, scopes, impersonated = false }: Attempt,
): Promise<ErrorCode | null> {
  const isPlatform = role !== null && isPlatformRole(role)
  const own = role === null || isPlatform ? null : tenant
  const ctx: CallContext = {
    database,
    limits,
    env: readEnv({}),
    logger: createLogger({ level: 'silent' }),
    permissions,
    authSecret: 'x'.repeat(32),
    encryptionKeys: createTestKeys(),
    files: createFileStore(readEnv({})),
    requestId: 'test-request',
    ip: '127.0.0.1',
    userAgent: 'vitest',
    hostTenant: isPlatform ? null : tenant,
    tenant: isPlatform ? null : tenant,
    identity: role && {
      userId: '019eae1c-52ac-7d63-b263-a68d38e1f0a2',
      tenantId: own && own.tenantId,
      email: 'a@b.test',
      fullName: 'A',
      role,
      credential: scopes ? 'token' : 'web',
      sessionId: '019eae1c-52ac-7d63-b263-a68d38e1f0a3',
      scopes: scopes ?? null,
      impersonator: impersonated ? impersonator : null,
    },
    watchToken: null,
    idempotencyKey: null,
    apexUrl: 'http://berth.localhost',
    workspaceUrl: (subdomain) => `http://${subdomain}.berth.localhost`,
    forgetTenant: () => undefined,
    announceChange: () => undefined,
    response: {},
  }
  let procedure: unknown = createCallerFactory(router)(ctx)
  for (const part of path.split('.')) procedure = Reflect.get(Object(procedure), part)
  try {
    await (procedure as () => Promise<unknown>)()
    return null
  } catch (error) {
    return formatCallError(error).error.code
  }
}
