import type { Pool } from 'pg'
import type { Env } from '#src/env.ts'
import type { HealthDetails } from '../../health.ts'
import { getPlatformMigrations } from './database-state.repository.ts'
import type { Installation } from './installation.ts'
import { fine, needsAttention, type JudgedPart } from './judgement.ts'

/** Redis counts attempts for several processes; without it PostgreSQL does. */
export function checkRedis(use: 'off' | 'up' | 'down'): JudgedPart<HealthDetails<'redis'>> {
  const details = { use }
  if (use === 'down') {
    const judged = needsAttention(
      'It is away. PostgreSQL counts meanwhile.',
      'Start it, or take REDIS_URL away.',
    )
    return { ...judged, details }
  }
  return { ...fine(use === 'up' ? 'It answers.' : 'It is not used. PostgreSQL counts.'), details }
}

/** Variables that are missing, weak or left over. */
export function checkConfiguration(
  findings: ReturnType<Installation['listFindings']>,
): JudgedPart<HealthDetails<'configuration'>> {
  const count = findings.length
  const judged =
    count === 0
      ? fine('Nothing is missing or weak.')
      : needsAttention(
          count === 1 ? '1 variable needs a look.' : `${count} variables need a look.`,
          'Set them before strangers reach this installation; on a machine of your own they may stay.',
        )
  return { ...judged, details: { findings } }
}

/** What runs here. */
export async function checkVersions(
  pool: Pool,
  { version, readCommit }: Installation,
  env: Env,
): Promise<JudgedPart<HealthDetails<'versions'>>> {
  const [current, { count, newest }] = await Promise.all([readCommit(env), getPlatformMigrations(pool)])
  const { commit, deployedAt, startedAt } = current
  const known = commit === null ? '' : ` of commit ${commit.slice(0, 7)}`
  return {
    ...fine(`Berth ${version}${known} on Node ${process.versions.node}.`),
    details: {
      app: version,
      runtime: process.version,
      commit,
      deployedAt,
      startedAt,
      migrations: count,
      newestMigration: newest,
    },
  }
}
