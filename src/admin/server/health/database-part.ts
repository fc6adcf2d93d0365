import type { Pool } from 'pg'
import type { HealthDetails } from '../../health.ts'
import { getDatabaseState } from './database-state.repository.ts'
import { fails, fine, needsAttention, type JudgedPart, type Judgement } from './judgement.ts'

type Details = HealthDetails<'database'>

const SLOW_MS = 250
/** Our own transactions end after 15 seconds, save for those that build a workspace. */
const LONG_SECONDS = 150
const FULL = 0.95
const NEARLY_FULL = 0.8

export async function checkDatabase(pool: Pool, isEmbedded: boolean): Promise<JudgedPart<Details>> {
  const details = { isEmbedded, ...(await getDatabaseState(pool)) }
  return { ...judgeDatabase(details), details }
}

/** @returns the most pressing thing that is to be said */
export function judgeDatabase(details: Details): Judgement {
  const { latencyMs, longestTransaction, version } = details
  const { used, limit } = details.connections
  const share = `${used} of ${limit} connections are in use.`
  const advice = 'Lower BERTH_DB_POOL of the processes, raise max_connections, or put a pooler in between.'
  if (used >= limit * FULL) return fails(share, advice)
  if (used >= limit * NEARLY_FULL) return needsAttention(share, advice)
  if (longestTransaction && longestTransaction.seconds > LONG_SECONDS) {
    return needsAttention(
      `A transaction of ${longestTransaction.application} has been open for ${Math.round(longestTransaction.seconds)} seconds.`,
      'It keeps dead rows from being removed. Find out what holds it open, and end it.',
    )
  }
  if (latencyMs > SLOW_MS) {
    return needsAttention(
      `It answers after ${Math.round(latencyMs)} ms.`,
      'Look at the load of its machine and at the way there.',
    )
  }
  return fine(`PostgreSQL ${version.split(' ', 1)[0]} answers after ${latencyMs.toFixed(1)} ms.`)
}
