import { LRUCache } from 'lru-cache'
import type { CallTenant } from '#src/trpc/server/context.ts'

/** Finds tenants for calls; what it knows already it answers without the database, unless that may have changed. */
export type TenantDirectory = {
  /** the tenant at an address, null where there is none */
  findBySubdomain: (subdomain: string) => Promise<CallTenant | null>
  /** the tenant with an id, whatever its status */
  findById: (tenantId: string) => Promise<CallTenant | null>
  /** Something about a tenant was announced to have changed. Anybody can announce, so this only ever forgets. */
  noteChanged: (tenantId: string) => void
  /** Whether changes are heard of. While they are not, nothing is remembered, and everything before is forgotten. */
  noteListening: (isListening: boolean) => void
  counts: () => { hits: number; misses: number; entries: number }
}

/** Where the directory looks when it does not know. */
export type TenantLookup = Pick<TenantDirectory, 'findBySubdomain' | 'findById'>

/** Tenants that are remembered, at about half a kilobyte each. */
const MAX_TENANTS = 10_000
/** Addresses and ids without a tenant. Kept apart: whoever asks for made-up hosts must not push tenants out. */
const MAX_ABSENT = 5_000
/** Longest an entry is believed, in milliseconds, in case a connection has died and nobody has noticed yet. */
const MAX_AGE_MS = 60_000

/** Remembers tenants between calls. It begins without: `noteListening(true)` is what allows it to. */
export function createTenantDirectory(lookup: TenantLookup): TenantDirectory {
  /** ids by the address they were last seen at; in step with `tenants` */
  const addresses = new Map<string, string>()
  const tenants = new LRUCache<string, CallTenant>({
    max: MAX_TENANTS,
    ttl: MAX_AGE_MS,
    dispose: ({ subdomain }, tenantId) => {
      if (addresses.get(subdomain) === tenantId) addresses.delete(subdomain)
    },
  })
  const absent = new LRUCache<string, true>({ max: MAX_ABSENT, ttl: MAX_AGE_MS })
  const totals = { hits: 0, misses: 0 }
  let listening = false
  /** counts what may have made a load that is under way outdated */
  let generation = 0

  function remember(tenant: CallTenant): void {
    // Whoever was told that their workspace is ready comes at once, perhaps before the announcement does.
    if (tenant.status === 'provisioning' || tenant.status === 'failed') return
    tenants.set(tenant.tenantId, tenant)
    // A deleted tenant has given its address back, perhaps to another.
    if (tenant.status !== 'deleted') addresses.set(tenant.subdomain, tenant.tenantId)
  }

  async function find(
    key: string,
    known: CallTenant | undefined,
    load: () => Promise<CallTenant | null>,
  ): Promise<CallTenant | null> {
    if (listening && (known || absent.has(key))) {
      totals.hits += 1
      return known ?? null
    }
    totals.misses += 1
    const startedAt = generation
    const tenant = await load()
    // What was announced meanwhile may be missing in the answer: it is good for this call, and for no other.
    if (!listening || startedAt !== generation) return tenant
    if (tenant) remember(tenant)
    else absent.set(key, true)
    return tenant
  }

  return {
    findBySubdomain: (subdomain) => {
      const tenantId = addresses.get(subdomain)
      const known = tenantId === undefined ? undefined : tenants.get(tenantId)
      return find(`at ${subdomain}`, known, () => lookup.findBySubdomain(subdomain))
    },
    findById: (tenantId) => find(tenantId, tenants.get(tenantId), () => lookup.findById(tenantId)),
    noteChanged: (tenantId) => {
      generation += 1
      tenants.delete(tenantId)
      // It may be new, or have moved to an address where there was nothing before.
      absent.clear()
    },
    noteListening: (isListening) => {
      generation += 1
      listening = isListening
      tenants.clear()
      absent.clear()
    },
    counts: () => ({ ...totals, entries: tenants.size }),
  }
}
