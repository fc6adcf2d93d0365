import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '#src/server/testing/nodes/free-port.ts'
import { startWebNode, startWorkerNode, type NodeProcess } from '#src/server/testing/nodes/node-process.ts'
import { startRoundRobinProxy } from '#src/server/testing/nodes/round-robin-proxy.ts'
import { signUpAndWatch, type WatchedSignUp } from '#src/server/testing/nodes/watched-sign-up.ts'
import { benchEnv } from './bench-env.ts'
import { startBenchServer, type BenchServer } from './bench-server.ts'
import { median, percentile, type Figure } from './report.ts'

const PER_SECOND = 5
const SECONDS = 60
/** Connections of each process: five of them, and this one, stay below what the server allows. */
const POOL = '10'

type Outcome = { seen: WatchedSignUp[]; failures: string[] }

/**
 * Three web processes and two workers on one database, behind a proxy that hands connections round, while people sign
 * up and watch. After a third of the time a web process is killed, after two thirds a worker. What the people saw is
 * compared with what is stored.
 */
export async function measure(): Promise<Figure[]> {
  const server = await startBenchServer()
  const dataDir = await mkdtemp(join(tmpdir(), 'berth-bench-nodes-'))
  const nodes: NodeProcess[] = []
  const ports = [await findFreePort(), await findFreePort(), await findFreePort()]
  const proxy = await startRoundRobinProxy(ports)
  try {
    const environment = {
      DATABASE_URL: server.url,
      BERTH_DATA_DIR: dataDir,
      BERTH_DB_POOL: POOL,
      BERTH_PUBLIC_URL: `http://berth.localhost:${proxy.port}`,
      BERTH_RATE_LIMITS: 'signup=1000000/m,api=1000000/m',
      ...(benchEnv.REDIS_URL === undefined ? {} : { REDIS_URL: benchEnv.REDIS_URL }),
    }
    // At the same moment, so that they also have to agree on who prepares the database.
    const keep = async (starting: Promise<NodeProcess>): Promise<NodeProcess> => {
      const node = await starting
      nodes.push(node)
      return node
    }
    const starting = [
      ...ports.map((port) => keep(startWebNode(port, environment))),
      keep(startWorkerNode(environment)),
      keep(startWorkerNode(environment)),
    ]
    // All of them, so that none is left behind when one does not start.
    await Promise.allSettled(starting)
    const started = await Promise.all(starting)
    const before = await countTenants(server)
    process.stderr.write('3 web processes and 2 workers are ready\n')
    const outcome = await putLoadOn(proxy.port, [
      { what: 'web process', kill: () => started[0]?.end('SIGKILL') },
      { what: 'worker', kill: () => started[3]?.end('SIGKILL') },
    ])
    return listFigures(outcome, await readStored(server), before)
  } finally {
    await Promise.all(nodes.map((node) => node.end('SIGKILL')))
    await proxy.close()
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Blow = { what: string; kill: () => Promise<unknown> | undefined }

async function putLoadOn(port: number, blows: readonly Blow[]): Promise<Outcome> {
  const total = PER_SECOND * (benchEnv.BERTH_BENCH_SECONDS ?? SECONDS)
  const failures: string[] = []
  const people: Promise<WatchedSignUp | null>[] = []
  for (let index = 0; index < total; index += 1) {
    const blow = blows.find((_, turn) => index === Math.floor((total * (turn + 1)) / (blows.length + 1)))
    if (blow) {
      process.stderr.write(`${index} signed up; a ${blow.what} is killed\n`)
      void blow.kill()
    }
    people.push(
      signUpAndWatch(port).catch((error: unknown) => {
        failures.push(error instanceof Error ? error.message : String(error))
        return null
      }),
    )
    await sleep(1_000 / PER_SECOND)
  }
  process.stderr.write(`${total} signed up; waiting for the last\n`)
  const seen = (await Promise.all(people)).filter((person) => person !== null)
  return { seen, failures }
}

type Stored = { tenants: number; open: number; schemas: number; lastSeqs: Map<string, number> }

async function countTenants({ database }: BenchServer): Promise<number> {
  return database.platform.tenant.count()
}

async function readStored(server: BenchServer): Promise<Stored> {
  const { database } = server
  const runs = await database.platform.provisioningRun.findMany({ select: { id: true, lastSeq: true } })
  const [row] = await database.platform.$queryRaw<{ schemas: number }[]>`
    select count(*)::int as schemas from tenants t join pg_namespace n on n.nspname = t.schema_name`
  return {
    tenants: await countTenants(server),
    open: await database.platform.tenant.count({ where: { status: 'trial' } }),
    schemas: row?.schemas ?? 0,
    lastSeqs: new Map(runs.map(({ id, lastSeq }) => [id, lastSeq])),
  }
}

function listFigures({ seen, failures }: Outcome, stored: Stored, before: number): Figure[] {
  for (const failure of failures) process.stderr.write(`${failure}\n`)
  const suite = benchEnv.REDIS_URL === undefined ? 'nodes' : 'nodes with Redis'
  const shared = { suite, floor: null, ratio: null, samples: seen.length + failures.length }
  const sum = (name: 'doubled' | 'missed' | 'retries') => seen.reduce((total, one) => total + one[name], 0)
  const behind = seen.filter(({ runId, lastSeq }) => stored.lastSeqs.get(runId) !== lastSeq)
  const made = stored.tenants - before
  const calm = seen.filter(({ requests, retries }) => requests === 1 && retries === 0)
  const shown = (name: string, value: number, unit: string): Figure => {
    return { ...shared, name, value, unit, target: 'shown', met: true }
  }
  const none = (name: string, value: number): Figure => {
    return { ...shared, name, value, unit: '', target: '0', met: value === 0 }
  }
  return [
    none('sign-ups that did not end in an open workspace', failures.length),
    none('acknowledged tenants that are not there', seen.length - Math.min(made, seen.length)),
    none('tenants too many', Math.max(made - seen.length - failures.length, 0)),
    none('tenants that are not open', stored.tenants - stored.open),
    none('schemas too many or too few', Math.abs(stored.schemas - stored.open)),
    none('events that a watcher missed', sum('missed')),
    none('events that a watcher got twice', sum('doubled')),
    none('watchers whose last event is not the last stored', behind.length),
    shown(
      'requests sent again',
      seen.reduce((total, { requests }) => total + requests - 1, 0),
      '',
    ),
    shown('runs lost with the worker and started again', sum('retries'), ''),
    shown(
      'request to open workspace, seen by its watcher, p50',
      median(seen.map(({ totalMs }) => totalMs)),
      'ms',
    ),
    shown(
      'the same, p95',
      percentile(
        seen.map(({ totalMs }) => totalMs),
        95,
      ),
      'ms',
    ),
    shown(
      'the same without those that met a kill, p95',
      percentile(
        calm.map(({ totalMs }) => totalMs),
        95,
      ),
      'ms',
    ),
  ]
}
