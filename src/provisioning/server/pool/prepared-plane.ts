import type { PoolClient } from 'pg'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'

/** A schema from the pool, once it has the names of its tenant. */
export type WarmSchema = { id: string; modules: string[]; tables: number }

/** What a run found built when it came to it; `create-role` is the step that looks. */
export type PreparedPlane = {
  warm: WarmSchema | null
  /** whether the pool was asked at all, and is to be filled again */
  isPoolAsked: boolean
}

/** Takes a warm schema over for a tenant, in the run's transaction (owner). @returns null when there is none that fits */
export type ClaimWarmSchema = (
  client: PoolClient,
  wanted: { tenant: TenantPlacement; modules: readonly string[] },
) => Promise<WarmSchema | null>

/** What a run begins with. */
export function nothingPrepared(): PreparedPlane {
  return { warm: null, isPoolAsked: false }
}
