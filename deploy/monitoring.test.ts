import { readdir } from 'node:fs/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runKinds, runStates } from '#src/provisioning/run.ts'
import { createMetrics } from '#src/server/metrics/create-metrics.ts'
import { registerReadings } from '#src/server/metrics/readings.ts'
import { errorCatalogue } from '#src/shared/errors/catalogue.ts'
import { readProjectFile, readYaml } from './testing/project-file.ts'
import { readNames, readSelectors } from './testing/read-promql.ts'

const rule = z.object({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.object({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.object({ summary: z.string() }),
})
const alerts = z
  .object({ groups: z.array(z.object({ rules: z.array(rule) })) })
  .parse(await readYaml('deploy/prometheus/alerts.yml'))
  .groups.flatMap(({ rules }) => rules)

const panel = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string(),
  description: z.string().optional(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string(), datasource: z.object({ uid: z.string() }) })).default([]),
})
const DASHBOARDS = 'deploy/grafana/dashboards'
const dashboardFiles = await readdir(new URL('grafana/dashboards', import.meta.url))
const dashboards = await Promise.all(
  dashboardFiles.map(async (name) =>
    z
      .object({ uid: z.string(), panels: z.array(panel) })
      .parse(JSON.parse(await readProjectFile(`${DASHBOARDS}/${name}`))),
  ),
)
const panels = dashboards.flatMap((dashboard) => dashboard.panels)

/** The numbers that the product tells, with their labels. Nothing is asked for them here. */
const told = listMetrics()

function listMetrics(): Map<string, readonly string[]> {
  const { registry } = createMetrics()
  const latency = { count: 0, sumMs: 0, buckets: [] }
  registerReadings(registry, {
    pool: new pg.Pool(),
    sockets: () => ({
      sockets: 0,
      topics: 0,
      watchers: 0,
      listening: true,
      events: 0,
      deliveries: 0,
      latency,
    }),
    tenants: () => ({ hits: 0, misses: 0 }),
  })
  const found = new Map<string, readonly string[]>([['up', []]])
  for (const metric of registry.getMetricsAsArray()) {
    const labels = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames : []
    const isHistogram = String(metric.type) === 'histogram'
    const names = isHistogram ? ['_bucket', '_sum', '_count'].map((end) => metric.name + end) : [metric.name]
    for (const name of names) found.set(name, [...labels.map(String), ...(isHistogram ? ['le'] : [])])
  }
  return found
}

const VALUES: Record<string, readonly string[]> = {
  code: ['OK', ...Object.keys(errorCatalogue)],
  state: runStates,
  outcome: ['succeeded', 'refused', 'limited', 'failed'],
  kind: [...runKinds, 'page', 'asset', 'trpc', 'rest', 'auth', 'operations'],
  job: ['berth'],
}

/** What of an expression no process tells: numbers, labels, values of labels. */
function listUnknown(expr: string): string[] {
  const names = readNames(expr).filter((name) => !told.has(name))
  const selectors = readSelectors(expr).flatMap(({ name, label, values }) => {
    const known = [...(told.get(name) ?? []), 'job', 'instance']
    if (!known.includes(label)) return [`${name}{${label}}`]
    const allowed = VALUES[label]
    return allowed
      ? values.filter((value) => !allowed.includes(value)).map((value) => `${label}=${value}`)
      : []
  })
  return [...names, ...selectors]
}

it('sees numbers, labels and values that do not exist', () => {
  const expr =
    'sum by (task) (rate(berth_made_up{kind="x"}[5m])) / max(berth_runs{stat="failed", state=~"failed|odd"})'
  expect(listUnknown(expr)).toEqual(['berth_made_up', 'berth_made_up{kind}', 'berth_runs{stat}', 'state=odd'])
})

describe('alerts', () => {
  it.each(alerts)('$alert asks for what is told', ({ expr }) => {
    expect(readNames(expr)).not.toEqual([])
    expect(listUnknown(expr)).toEqual([])
  })

  it('are explained, each once, and no other', async () => {
    const operations = await readProjectFile('docs/operations.md')
    const explained = [...operations.matchAll(/^\| `(Berth\w+)` +\|/gm)].map(([, name]) => name)
    expect(explained.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted())
  })
})

describe('dashboards', () => {
  it.each(panels.filter(({ type }) => type !== 'row'))(
    '$title draws what is told',
    ({ targets, description }) => {
      expect(targets).not.toEqual([])
      expect(targets.flatMap(({ expr }) => listUnknown(expr))).toEqual([])
      expect(description).toBeTruthy()
    },
  )

  it('read from the source that is provisioned', async () => {
    const { datasources } = z
      .object({ datasources: z.array(z.object({ uid: z.string(), url: z.string() })) })
      .parse(await readYaml('deploy/grafana/provisioning/datasources/prometheus.yml'))
    const uids = new Set(panels.flatMap(({ targets }) => targets.map(({ datasource }) => datasource.uid)))
    expect([...uids]).toEqual(datasources.map(({ uid }) => uid))
    expect(datasources[0]?.url).toBe('http://prometheus:9090')
  })

  it('have panels with numbers of their own that do not cover each other', () => {
    for (const { panels: own } of dashboards) {
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length)
      const cells = own.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, index) => `${x + (index % w)}:${y + Math.floor(index / w)}`),
      )
      expect(new Set(cells).size).toBe(cells.length)
    }
  })
})
