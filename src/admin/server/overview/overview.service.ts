import type { RunQuery } from '#src/db/server/run-query.ts'
import type { Overview, OverviewInput } from '../../overview.ts'
import { listFleetDays } from './fleet-days.repository.ts'
import { countTenantShares, getBuildTimes, getFleetFigures } from './fleet-figures.repository.ts'

/** The fleet as it stands. @param query in the scope of the platform */
export async function getOverview(query: RunQuery, { timeZone }: OverviewInput): Promise<Overview> {
  const [figures, provisioning, shares, days] = await Promise.all([
    getFleetFigures(query),
    getBuildTimes(query),
    countTenantShares(query),
    listFleetDays(query, timeZone),
  ])
  return {
    at: figures.at,
    openRuns: figures.openRuns,
    signUps: { last24h: figures.signUps, before24h: figures.signUpsBefore },
    failures: { last24h: figures.failures, before24h: figures.failuresBefore },
    provisioning,
    days,
    ...shares,
  }
}
