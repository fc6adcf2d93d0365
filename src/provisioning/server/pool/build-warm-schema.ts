import type { PoolClient } from 'pg'
import { placementOf, PLATFORM_ROLE } from '#src/db/server/tenant-scope.ts'
import { newId } from '#src/shared/ids.ts'
import { createRole } from '../steps/create-role.ts'
import { createSchema } from '../steps/create-schema.ts'
import { migrate } from '../steps/migrate.ts'
import { secure } from '../steps/secure.ts'
import { verifyAll } from '../steps/verify.ts'
import { withRole } from '../step.ts'
import type { PoolDeps } from './pool-deps.ts'
import { nothingPrepared } from './prepared-plane.ts'
import { insertWarmSchema } from './warm-schema.repository.ts'

/** What a run does up to the first thing that is the tenant's own. */
const STEPS = [createRole, createSchema, migrate, secure, verifyAll]

/**
 * Builds one schema as a run would, in the transaction of `client` (owner).
 * @throws whatever a step throws; the caller rolls back
 */
export async function buildWarmSchema(
  { pool, blueprintOf, fingerprint, fault }: PoolDeps,
  client: PoolClient,
  modules: readonly string[],
): Promise<void> {
  const startedAt = performance.now()
  const id = newId()
  const tenant = placementOf(id)
  const blueprint = blueprintOf({ modules: [...modules], services: [] })
  const own = { client, pool, runId: id, tenant, blueprint, prepared: nothingPrepared() }
  fault('warm-build', 'before')
  for (const step of STEPS) await step.run({ ...own, progress: () => undefined })
  fault('warm-build', 'after')
  await withRole(client, PLATFORM_ROLE, () =>
    insertWarmSchema(client, {
      ...{ id, fingerprint, schemaName: tenant.schemaName, roleName: tenant.roleName },
      modules: [...blueprint.modules],
      buildMs: performance.now() - startedAt,
    }),
  )
}
