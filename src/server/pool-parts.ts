import type { Env } from '#src/env.ts'
import type { Database } from '#src/db/server/database.ts'
import type { Logger } from '#src/logging/server/logger.ts'
import { modules } from '#src/modules/registry.ts'
import type { BlueprintOf } from '#src/provisioning/server/blueprint.ts'
import type { FaultPoint } from '#src/provisioning/server/fault.ts'
import { fingerprintOf } from '#src/provisioning/server/pool/pool-fingerprint.ts'
import type { PoolDeps } from '#src/provisioning/server/pool/pool-deps.ts'
import { listWarmSets } from '#src/tenancy/server/warm-sets.ts'
import { signUpCatalog } from './sign-up-catalog.ts'

type PoolParts = {
  database: Database
  env: Pick<Env, 'BERTH_POOL_SIZE'>
  logger: Logger
  blueprintOf: BlueprintOf
  fault: FaultPoint
}

/** What keeping warm schemas needs, in this process. */
export function poolDepsOf({ database, env, logger, blueprintOf, fault }: PoolParts): PoolDeps {
  const { pool, platform } = database
  return {
    ...{ pool, logger, blueprintOf, fault },
    fingerprint: codeFingerprint(blueprintOf),
    size: env.BERTH_POOL_SIZE,
    listSets: () => listWarmSets(platform, signUpCatalog),
  }
}

/** What this code builds, in one word. */
export function codeFingerprint(blueprintOf: BlueprintOf): string {
  return fingerprintOf(blueprintOf({ modules: modules.map(({ id }) => id), services: [] }))
}
