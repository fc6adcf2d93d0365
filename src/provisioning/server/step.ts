import type { Pool, PoolClient } from 'pg'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import type { TenantBlueprint } from './blueprint.ts'
import type { PreparedPlane } from './pool/prepared-plane.ts'

/** What every step may use. All of it happens in the one transaction that `client` has open, unless the run is stepwise. */
export type StepContext = {
  client: PoolClient
  /** for the transactions of stepwise runs: see `commitPart` */
  pool: Pool
  runId: string
  tenant: TenantPlacement
  blueprint: TenantBlueprint
  prepared: PreparedPlane
  /** tells watchers about a part of the step */
  progress: (message: string, detail?: { tables?: number }) => void
}

/** What work on the schema alone needs, in runs and rollouts. */
export type SchemaContext = Pick<StepContext, 'client' | 'tenant' | 'blueprint'> &
  Partial<Pick<StepContext, 'prepared'>>

/** One part of a run. There is no undo to write: the transaction's rollback takes everything back. */
export type Step = {
  name: string
  /** @returns one plain sentence about what was done */
  run: (context: StepContext) => Promise<string>
}

/** Switches the transaction to a role, for what must not happen with the owner's rights. */
export async function withRole<T>(client: PoolClient, role: string, body: () => Promise<T>): Promise<T> {
  // The statements of the body queue up behind the switch; if that fails, so do they.
  const [, result] = await Promise.all([client.query(`set local role ${role}`), body()])
  await client.query('reset role')
  return result
}
