import { AsyncLocalStorage } from 'node:async_hooks'
import type { ConnectionScope } from './connection-scope.ts'

/** Where a tenant's own tables live and under which role they are reached. */
export type TenantPlacement = {
  tenantId: string
  schemaName: string
  roleName: string
  /** the person whose own records alone are within reach; without, all of the tenant's are */
  ownerId?: string | null | undefined
}

/** The names that a tenant's plane has, which follow from its id. */
export function placementOf(tenantId: string): { tenantId: string; schemaName: string; roleName: string } {
  const short = tenantId.replaceAll('-', '')
  return { tenantId, schemaName: `t_${short}`, roleName: `berth_t_${short}` }
}

/** Raised instead of running a query that nobody said the tenant of. A programming mistake, never an answer. */
export class TenantScopeMissingError extends Error {
  constructor() {
    super('A tenant query was attempted outside a tenant scope. Wrap the call in withTenantScope().')
    this.name = 'TenantScopeMissingError'
  }
}

const storage = new AsyncLocalStorage<TenantPlacement>()

/**
 * Runs `body` for one tenant. Queries are lazy, so the result is awaited inside: a promise handed out and
 * awaited later would run without the scope.
 */
export async function withTenantScope<T>(placement: TenantPlacement, body: () => Promise<T>): Promise<T> {
  return storage.run(placement, async () => await body())
}

/**
 * The tenant the running call belongs to.
 * @throws TenantScopeMissingError outside `withTenantScope`.
 */
export function requireTenantScope(): TenantPlacement {
  const placement = storage.getStore()
  if (!placement) throw new TenantScopeMissingError()
  return placement
}

/** The tenant plane: the tenant's own role on its own schema. */
export function tenantPlaneScope(): ConnectionScope {
  const { roleName, schemaName, tenantId, ownerId } = requireTenantScope()
  return { role: roleName, schema: schemaName, tenantId, ownerId }
}

/** The control plane as one tenant may see it: shared tables, its own rows. */
export function memberScope(): ConnectionScope {
  return { role: MEMBER_ROLE, schema: PLATFORM_SCHEMA, tenantId: requireTenantScope().tenantId }
}

/** The control plane as the platform sees it. */
export function platformScope(): ConnectionScope {
  return { role: PLATFORM_ROLE, schema: PLATFORM_SCHEMA }
}

export const PLATFORM_SCHEMA = 'platform'
export const PLATFORM_ROLE = 'berth_platform'
export const MEMBER_ROLE = 'berth_member'
/** Owns the links of the audit log's chains; nothing runs as it but the function that adds one. */
export const AUDIT_ROLE = 'berth_audit'
/** Sees the searchable words of all tenants, and no texts; nothing runs as it but the functions that search one's own. */
export const SEARCH_ROLE = 'berth_search'
