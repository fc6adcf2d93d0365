import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database, PlatformDb } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import { createTestLimits } from '#src/limits/server/testing/test-limits.ts'
import { createLogger } from '#src/logging/server/logger.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { deriveAuthKeys } from '../auth-keys.ts'
import { createNextAuthHandler, type NextAuthDeps } from '../next-auth-handler.ts'
import type { IdentityDeps } from '../request-identity.ts'
import { testCaller } from './accounts.ts'

export const testKeys = deriveAuthKeys('a secret of the installation, long enough')

/** A server with nothing but the sign-in on it; workspaces are looked up by the first label of the host. */
/** @param rates limits that matter to the test, such as `login=2/m`; all others are generous */
export async function startAuthServer({
  database,
  publicUrl,
  rates,
}: {
  database: Database
  publicUrl?: string
  rates?: string
}) {
  const db = database.platform
  const lines: string[] = []
  const deps: NextAuthDeps & IdentityDeps = {
    db,
    query: queryIn(db),
    keys: testKeys,
    limits: createTestLimits(database.pool, rates),
    env: { BERTH_PUBLIC_URL: publicUrl, BERTH_SESSION_HOURS: 24 },
    logger: createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
    requireOpenTenant: (tenant) => {
      if (tenant.status === 'suspended') throw new AppError('TENANT_SUSPENDED')
    },
    resolveHost: async (hostHeader = '') => {
      const [name] = hostHeader.split(/[:]/)
      if (name === 'berth.localhost') return { kind: 'apex' }
      return {
        kind: 'workspace',
        tenant: await getTestCallTenant(db, { subdomain: hostHeader.split('.')[0] ?? '' }),
      }
    },
    readCaller: () => testCaller,
  }
  const server = createServer((req, res) => void createNextAuthHandler(deps)(req, res))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    deps,
    /** log lines so far */
    lines,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export async function getTestCallTenant(
  db: PlatformDb,
  where: { subdomain: string } | { id: string },
): Promise<CallTenant | null> {
  const tenant = await db.tenant.findFirst({ where })
  return tenant && { ...tenant, tenantId: tenant.id, modules: [] }
}
