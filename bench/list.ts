import assert from 'node:assert/strict'
import pg from 'pg'
import { startBenchServer } from './bench-server.ts'
import { forkServer, type ForkedServer } from './list/fork-server.ts'
import { get, runLoad, type Load } from './list/load.ts'
import { createListWorkspace } from './list/workspace.ts'
import { median, type Figure } from './report.ts'

const ROUNDS = 15
const CALLS = { 1: 150, 16: 600 } as const
const TARGET = 0.6

type Pair<T> = { product: T; bare: T }
/** Calls per second, and processor time of the server's process per call in ms. */
type Sample = Pair<{ perSecond: number; cpu: number }>

/**
 * One page of 20 records with a reference, over HTTP and signed in, against the same scoped statement through the bare
 * driver behind a bare server, in turn on the same database. Both servers and the load have a process each.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const inspector = new pg.Client({
    connectionString: server.superuserUrl.replace(/\/postgres\?/, '/berth?'),
  })
  await inspector.connect()
  const product = await forkServer('product', [server.url])
  try {
    const { subdomain, token, ...placement } = await createListWorkspace(product.port, inspector)
    const bare = await forkServer('bare', [
      server.url,
      placement.schemaName,
      placement.roleName,
      placement.tenantId,
    ])
    const loads = {
      product: {
        port: product.port,
        path: '/api/v1/pets?limit=20',
        headers: { host: `${subdomain}.berth.localhost`, authorization: `Bearer ${token}` },
      },
      bare: { port: bare.port, path: '/', headers: {} },
    }
    await requireSameAnswer(loads)
    const single = await compare({ product, bare }, { loads, concurrency: 1 })
    const many = await compare({ product, bare }, { loads, concurrency: 16 })
    bare.stop()
    return [...figuresOf(single, 1), ...figuresOf(many, 16)]
  } finally {
    product.stop()
    await inspector.end()
    await server.close()
  }
}

/** The floor must do the whole work, or it is none. */
async function requireSameAnswer({ product, bare }: Pair<Load>): Promise<void> {
  const [ours, theirs] = (await Promise.all([get(product), get(bare)])).map(
    (body) => JSON.parse(body) as { total: number; items: { id: string; owner: unknown }[] },
  )
  const brief = (page: typeof ours) => [page?.total, page?.items.map(({ id, owner }) => [id, owner])]
  assert.deepEqual(brief(ours), brief(theirs))
}

/** Both measured in turn, the first rounds thrown away. */
async function compare(
  servers: Pair<ForkedServer>,
  { loads, concurrency }: { loads: Pair<Load>; concurrency: 1 | 16 },
): Promise<Sample[]> {
  const calls = CALLS[concurrency]
  async function run(name: keyof Pair<unknown>) {
    const before = await servers[name].cpuTime()
    const { perSecond } = await runLoad(loads[name], { calls, concurrency })
    return { perSecond, cpu: ((await servers[name].cpuTime()) - before) / calls }
  }
  const samples: Sample[] = []
  for (let round = -3; round < ROUNDS; round += 1) {
    const sample = { product: await run('product'), bare: await run('bare') }
    if (round >= 0) samples.push(sample)
  }
  return samples
}

function figuresOf(samples: readonly Sample[], concurrency: number): Figure[] {
  const of = (name: 'perSecond' | 'cpu', whose: keyof Sample) =>
    median(samples.map((sample) => sample[whose][name]))
  const ratio = median(samples.map(({ product, bare }) => product.perSecond / bare.perSecond))
  const shared = { suite: 'list', samples: samples.length }
  return [
    {
      ...shared,
      name: `20 records with a reference, ${concurrency} at a time`,
      value: of('perSecond', 'product'),
      floor: of('perSecond', 'bare'),
      ratio,
      unit: '/s',
      target: `>= ${TARGET}x`,
      met: ratio >= TARGET,
    },
    {
      ...shared,
      name: `processor time of the server per call, ${concurrency} at a time`,
      value: of('cpu', 'product'),
      floor: of('cpu', 'bare'),
      ratio: median(samples.map(({ product, bare }) => bare.cpu / product.cpu)),
      unit: 'ms',
      target: 'shown',
      met: true,
    },
  ]
}
