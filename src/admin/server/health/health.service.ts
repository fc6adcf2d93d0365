import type { Database } from '#src/db/server/database.ts'
import type { Env } from '#src/env.ts'
import { worstState, type Health } from '../../health.ts'
import { checkDatabase } from './database-part.ts'
import { checkDisk } from './disk-part.ts'
import { checkConfiguration, checkRedis, checkVersions } from './installation-parts.ts'
import type { Installation } from './installation.ts'
import { judgeWithin } from './judgement.ts'
import { checkMail } from './mail-part.ts'
import { checkProcesses } from './process-part.ts'
import { checkQueue } from './queue-part.ts'

/** Longest any part may take to answer, in milliseconds. */
const PATIENCE_MS = 2_000

type HealthSources = {
  database: Pick<Database, 'pool' | 'platformQuery'>
  env: Env
  installation: Installation
}

/** How every part of the installation stands. All are asked at once, and none waits for another. */
export async function getHealth(
  { database, env, installation }: HealthSources,
  patienceMs = PATIENCE_MS,
): Promise<Health> {
  const { pool, platformQuery } = database
  const isEmbedded = env.DATABASE_URL === undefined
  const lookAtLog = 'Look at the database and at the log of this process.'
  const [databasePart, processes, queue, disk, mail, versions] = await Promise.all([
    judgeWithin(
      patienceMs,
      () => checkDatabase(pool, isEmbedded),
      'Look at its machine, its log and the way there.',
    ),
    judgeWithin(patienceMs, () => checkProcesses(platformQuery, installation.worker()), lookAtLog),
    judgeWithin(patienceMs, () => checkQueue(pool), lookAtLog),
    judgeWithin(patienceMs, () => checkDisk(env), 'A disk that does not answer may be a share that is away.'),
    judgeWithin(patienceMs, () => checkMail(platformQuery, env), lookAtLog),
    judgeWithin(patienceMs, () => checkVersions(pool, installation, env), lookAtLog),
  ])
  const redis = checkRedis(installation.redis())
  const configuration = checkConfiguration(installation.listFindings(env))
  const parts = { database: databasePart, processes, queue, redis, disk, mail, configuration, versions }
  return {
    at: new Date().toISOString(),
    state: worstState(Object.values(parts).map(({ state }) => state)),
    parts,
  }
}
