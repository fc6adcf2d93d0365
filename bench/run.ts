import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { printFigures, type Figure } from './report.ts'

/** Suites by name; each is loaded only when it runs. */
const suites: Record<string, () => Promise<{ measure: () => Promise<Figure[]> }>> = {
  provisioning: () => import('./provisioning.ts'),
  rollout: () => import('./rollout.ts'),
  'no-op': () => import('./no-op.ts'),
  rivals: () => import('./rivals.ts'),
  'rollout-kill': () => import('./rollout-kill.ts'),
  growth: () => import('./growth.ts'),
  'start-up': () => import('./start-up.ts'),
  pool: () => import('./pool.ts'),
  drift: () => import('./drift.ts'),
  'sign-up': () => import('./sign-up.ts'),
  list: () => import('./list.ts'),
  search: () => import('./search.ts'),
  login: () => import('./login.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  audit: () => import('./audit.ts'),
  'console-table': () => import('./console-table.ts'),
  console: () => import('./console.ts'),
  'live-runs': () => import('./live-runs.ts'),
  'fleet-log': () => import('./fleet-log.ts'),
  nodes: () => import('./nodes.ts'),
  'fair-jobs': () => import('./fair-jobs.ts'),
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const chosen = positionals.length > 0 ? positionals : Object.keys(suites)
const unknown = chosen.find((name) => !suites[name])
if (unknown) {
  console.error(`There is no suite ${unknown}. Suites: ${Object.keys(suites).join(', ')}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const name of chosen) {
  const load = suites[name]
  if (load) figures.push(...(await (await load()).measure()))
}
printFigures(figures)
if (values.json) await writeFile(values.json, JSON.stringify(figures, null, 2))
