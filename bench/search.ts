import assert from 'node:assert/strict'
import { loadavg } from 'node:os'
import pg from 'pg'
import type { ListQuery } from '#src/resources/record-schemas.ts'
import { startBenchServer } from './bench-server.ts'
import { forkServer } from './list/fork-server.ts'
import { get, type Load } from './list/load.ts'
import { percentile, type Figure } from './report.ts'
import { questions } from './search/questions.ts'
import { explainPage, runPage } from './search/statement.ts'
import { createSearchWorkspace, type SearchWorkspace } from './search/workspace.ts'

const ROUNDS = 40
const WARM_UP = 5
const TARGET_MS = 100

type Times = { product: number[]; bare: number[] }

/**
 * The list of 100,000 pets over HTTP and signed in, one call at a time, beside the engine's own statement by the bare
 * driver. Prints how PostgreSQL answers each, and the load of the machine: waiting for others counts.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const inspector = new pg.Client({
    connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?'),
  })
  const driver = new pg.Client({ connectionString: server.url, pipeline: true })
  await Promise.all([inspector.connect(), driver.connect()])
  const product = await forkServer('product', [server.url])
  try {
    const workspace = await createSearchWorkspace(product.port, inspector)
    for (const { name, asked } of questions) {
      console.log(`\n${name}\n${(await explainPage(driver, workspace, asked)).join('\n')}`)
    }
    const figures: Figure[] = []
    for (const { name, asked } of questions) {
      figures.push(...figuresOf(name, await compare({ driver, workspace, port: product.port }, asked)))
    }
    console.log(
      `\nLoad of the machine: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(', ')}`,
    )
    return figures
  } finally {
    product.stop()
    await Promise.all([inspector.end(), driver.end()])
    await server.close()
  }
}

type Contest = { driver: pg.Client; workspace: SearchWorkspace; port: number }

/** Both in turn, after they have shown that they answer the same. */
async function compare({ driver, workspace, port }: Contest, asked: ListQuery): Promise<Times> {
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  const load: Load = {
    port,
    path: `/api/v1/pets?${query.toString()}`,
    headers: { host: `${workspace.subdomain}.berth.localhost`, authorization: `Bearer ${workspace.token}` },
  }
  type Page = { total: number; items: { id: string }[] }
  const ours = JSON.parse(await get(load)) as Page
  const [theirs] = await runPage<Page>(driver, workspace, { asked })
  assert.deepEqual([ours.total, idsOf(ours)], [theirs?.total, idsOf(theirs)])
  const times: Times = { product: [], bare: [] }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const product = await timeOf(() => get(load))
    const bare = await timeOf(() => runPage(driver, workspace, { asked }))
    if (round < 0) continue
    times.product.push(product)
    times.bare.push(bare)
  }
  return times
}

function idsOf(page: { items: { id: string }[] } | undefined): string[] | undefined {
  return page?.items.map(({ id }) => id)
}

/** Milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function figuresOf(name: string, { product, bare }: Times): Figure[] {
  return [50, 95].map((rank) => {
    const [value, floor] = [percentile(product, rank), percentile(bare, rank)]
    const hasTarget = rank === 95
    return {
      suite: 'search',
      name: `${name}, p${rank}`,
      value,
      floor,
      ratio: floor / value,
      unit: 'ms',
      target: hasTarget ? `< ${TARGET_MS} ms` : 'shown',
      met: !hasTarget || value < TARGET_MS,
      samples: product.length,
    }
  })
}
