import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient as PlatformClient } from '#src/generated/platform/client.ts'
import { PrismaClient as TenantClient } from '#src/generated/tenant/client.ts'
import { withMemberFilter } from './member-filter.ts'
import { queryOn, type RunQuery } from './run-query.ts'
import { createScopedPool, SCHEMA_PLACEHOLDER } from './scoped-pool.ts'
import { memberScope, PLATFORM_SCHEMA, platformScope, tenantPlaneScope } from './tenant-scope.ts'

/** The control plane as the platform sees it, or as one tenant sees it. */
export type PlatformDb = PlatformClient
/** The tables of the tenant whose scope the call runs in. */
export type TenantDb = TenantClient
/** A control plane handle inside a transaction. */
export type PlatformTx = Parameters<Parameters<PlatformClient['$transaction']>[0]>[0]
/** A tenant plane handle inside a transaction. */
export type TenantTx = Parameters<Parameters<TenantClient['$transaction']>[0]>[0]

/** Everything that talks to PostgreSQL, on one set of connections. */
export type Database = {
  /** unscoped connections, for migrations and provisioning only */
  pool: pg.Pool
  platform: PlatformDb
  member: PlatformDb
  tenant: TenantDb
  /** one statement as `platform` and as `tenant` would run it, past the typed clients: for what is asked most */
  platformQuery: RunQuery
  tenantQuery: RunQuery
  close: () => Promise<void>
}

export type DatabaseOptions = {
  url: string
  /** the same database without a pooler in between; without it `url` is taken to be that */
  directUrl?: string | undefined
  maxConnections: number
  onError?: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 5_000
const STATEMENT_TIMEOUT_MS = 15_000
/** Prisma's own limits would end a transaction that only waits its turn, as many do when a hundred sign in. */
const transactionOptions = { maxWait: CONNECT_TIMEOUT_MS + 1_000, timeout: STATEMENT_TIMEOUT_MS }

/** Opens the shared pool and the three scoped clients on it. No connection is made before the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, directUrl = url } = options
  const scoped = openPool(url, options)
  // Migrations and the queue keep things on their connections, which a pooler hands to others.
  const pool = directUrl === url ? scoped : openPool(directUrl, options)

  const platformPool = createScopedPool(scoped, platformScope)
  const tenantPool = createScopedPool(scoped, tenantPlaneScope)
  const platform = new PlatformClient({
    adapter: new PrismaPg(platformPool, { schema: PLATFORM_SCHEMA }),
    transactionOptions,
  })
  const member = withMemberFilter(
    new PlatformClient({
      adapter: new PrismaPg(createScopedPool(scoped, memberScope), { schema: PLATFORM_SCHEMA }),
      transactionOptions,
    }),
  )
  const tenant = new TenantClient({
    adapter: new PrismaPg(tenantPool, { schema: SCHEMA_PLACEHOLDER }),
    transactionOptions,
  })
  return {
    pool,
    platform,
    member,
    tenant,
    platformQuery: queryOn(platformPool),
    tenantQuery: queryOn(tenantPool),
    close: async () => {
      await Promise.all([platform.$disconnect(), member.$disconnect(), tenant.$disconnect()])
      await Promise.all(pool === scoped ? [pool.end()] : [pool.end(), scoped.end()])
    },
  }
}

function openPool(url: string, { maxConnections, onError }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'berth',
    // The opening, the statement and the commit of a scope travel together.
    pipeline: true,
  })
  // Without a listener an idle connection that PostgreSQL closes would end the process.
  pool.on('error', (error) => onError?.(error))
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)))
  pool.setMaxListeners(0)
  return pool
}
