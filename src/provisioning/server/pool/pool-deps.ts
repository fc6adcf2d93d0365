import type { Pool } from 'pg'
import type { Logger } from '#src/logging/server/logger.ts'
import type { BlueprintOf } from '../blueprint.ts'
import type { FaultPoint } from '../fault.ts'

/** What keeping the pool needs from the process it happens in. */
export type PoolDeps = {
  pool: Pool
  logger: Logger
  blueprintOf: BlueprintOf
  /** of the code of this process: see `fingerprintOf` */
  fingerprint: string
  /** schemas that wait of each set of modules; 0 where this process takes and builds none */
  size: number
  /** the sets of modules that new businesses come with, each in the order of the modules */
  listSets: () => Promise<string[][]>
  fault: FaultPoint
}
