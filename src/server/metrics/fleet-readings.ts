import type { Pool } from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { driftSeverities } from '#src/provisioning/drift.ts'
import { countClaims, countJobs, countRuns, countWarmSchemas, readDrift } from './fleet-counts.repository.ts'

/** How long an answer of the database serves, in milliseconds: the numbers must not become its load. */
const FRESH_MS = 5_000

/** What the database knows of all processes; left out while it is away. */
export function registerFleetReadings(registry: Registry, pool: Pool): void {
  const listRuns = remembered(() => countRuns(pool))
  const listJobs = remembered(() => countJobs(pool))
  const listDrift = remembered(() => readDrift(pool))

  function perRow<Row>(
    { name, help, labelNames }: { name: string; help: string; labelNames: string[] },
    list: () => Promise<Row[]>,
    read: (row: Row) => [labels: Record<string, string>, value: number],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset()
        for (const row of await list()) this.set(...read(row))
      },
    })
  }

  const byKind = ['kind', 'state']
  perRow({ name: 'berth_runs', help: 'Runs by how they stand.', labelNames: byKind }, listRuns, (row) => [
    { kind: row.kind, state: row.state },
    row.count,
  ])
  perRow(
    { name: 'berth_run_seconds', help: 'Time that ended runs took, all together.', labelNames: byKind },
    listRuns,
    (row) => [{ kind: row.kind, state: row.state }, row.seconds],
  )
  perRow(
    { name: 'berth_pool_ready', help: 'Schemas that wait for tenants.', labelNames: ['modules'] },
    remembered(() => countWarmSchemas(pool)),
    ({ modules, count }) => [{ modules }, count],
  )
  perRow(
    { name: 'berth_pool_claims', help: 'Workspaces built with and without one.', labelNames: ['way'] },
    remembered(() => countClaims(pool)),
    ({ way, count }) => [{ way }, count],
  )
  perRow(
    { name: 'berth_jobs_waiting', help: 'Jobs that are due and not taken.', labelNames: ['task'] },
    listJobs,
    (row) => [{ task: row.task }, row.waiting],
  )
  perRow(
    { name: 'berth_jobs_failing', help: 'Jobs that failed and wait for another try.', labelNames: ['task'] },
    listJobs,
    (row) => [{ task: row.task }, row.failing],
  )
  for (const severity of driftSeverities) {
    perRow(
      {
        name: `berth_drift_${severity}`,
        help: `Differences of severity ${severity} that the last check for drift found.`,
        labelNames: [],
      },
      listDrift,
      (row) => [{}, row[severity]],
    )
  }
  perRow(
    {
      name: 'berth_drift_check_age_seconds',
      help: 'Time since the last check for drift that was finished.',
      labelNames: [],
    },
    listDrift,
    ({ ageSeconds }) => [{}, ageSeconds],
  )
}

function remembered<Row>(load: () => Promise<Row[]>): () => Promise<Row[]> {
  let loading: Promise<Row[]> | undefined
  let loadedAt = -Infinity
  return () => {
    if (loading === undefined || performance.now() - loadedAt > FRESH_MS) {
      loadedAt = performance.now()
      loading = load().catch(() => [])
    }
    return loading
  }
}
