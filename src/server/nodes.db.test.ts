import { request } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import { findFreePort } from './testing/nodes/free-port.ts'
import {
  launchWorker,
  startWebNode,
  startWorkerNode,
  type NodeProcess,
} from './testing/nodes/node-process.ts'
import { startRoundRobinProxy, type Proxy } from './testing/nodes/round-robin-proxy.ts'
import { signUpAndWatch } from './testing/nodes/watched-sign-up.ts'
import { createTestClient, goodSignUp } from './testing/test-client.ts'

const current = useTestDatabase()
const started: NodeProcess[] = []
let dataDir: string
let environment: Record<string, string>
let proxy: Proxy
let ports: [number, number]
let webs: [NodeProcess, NodeProcess]
let worker: NodeProcess

async function keep(start: Promise<NodeProcess>): Promise<NodeProcess> {
  const node = await start
  started.push(node)
  return node
}

const countOf = async (sql: string) => (await current().inspect<{ n: number }>(sql))[0]?.n

/** Holds runs up at their last but one step until it is let go. */
async function holdRuns(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: current().url })
  await client.connect()
  await client.query('begin; lock table platform.tenant_features in exclusive mode')
  return () => client.end()
}

async function signUpAndHold(port: number): Promise<{ runId: string; letGo: () => Promise<void> }> {
  const letGo = await holdRuns()
  const answer = await createTestClient(port).call('POST', '/api/v1/signup', { body: goodSignUp() })
  const { runId } = answer.body
  await expect
    .poll(() =>
      countOf(`select count(*)::int as n from pg_locks l where not granted and locktype = 'relation'`),
    )
    .toBe(1)
  return { runId, letGo }
}

async function stateOf(runId: string) {
  const [run] = await current().inspect<{ state: string; attempt: number }>(
    'select state, attempt from platform.provisioning_runs where id = $1',
    [runId],
  )
  return run
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'berth-nodes-'))
  ports = [await findFreePort(), await findFreePort()]
  proxy = await startRoundRobinProxy(ports)
  environment = {
    DATABASE_URL: current().url,
    BERTH_DATA_DIR: dataDir,
    BERTH_PUBLIC_URL: `http://berth.localhost:${proxy.port}`,
    BERTH_RATE_LIMITS: 'signup=100000/m,api=100000/m',
  }
  const [first, second, third] = await Promise.all([
    keep(startWebNode(ports[0], environment)),
    keep(startWebNode(ports[1], { ...environment, BERTH_DRAIN_SECONDS: '1' })),
    keep(startWorkerNode(environment)),
  ])
  webs = [first, second]
  worker = third
}, 120_000)

afterAll(async () => {
  await Promise.all(started.map((node) => node.end('SIGKILL')))
  await proxy.close()
  const roles = await current().inspect<{ name: string }>(
    'select role_name as name from platform.tenants t join pg_roles r on r.rolname = t.role_name',
  )
  for (const { name } of roles) await current().inspect(`drop owned by ${name} cascade; drop role ${name}`)
  await rm(dataDir, { recursive: true })
})

it('a process with another secret says so and does not start', async () => {
  const stranger = launchWorker({ ...environment, AUTH_SECRET: 'a secret that nobody else knows of' })
  started.push(stranger)
  expect(await stranger.gone).toBe(1)
  expect(stranger.output()).toMatch(/works on the same database with another secret[^]*AUTH_SECRET/)
  expect(await countOf('select count(*)::int as n from platform.nodes')).toBe(3)
})

it('people who watch at a web process that dies go on at another one, and miss and double nothing', async () => {
  // Nothing is built before all of them watch, at either process.
  worker.send('SIGSTOP')
  const people = Array.from({ length: 4 }, () => signUpAndWatch(proxy.port))
  await expect
    .poll(() => countOf('select count(*)::int as n from platform.provisioning_runs'), { timeout: 30_000 })
    .toBe(4)
  await expect.poll(() => Math.min(...proxy.counts())).toBeGreaterThanOrEqual(4)
  await webs[0].end('SIGKILL')
  worker.send('SIGCONT')
  const seen = await Promise.all(people)
  expect(seen).toHaveLength(4)
  for (const person of seen) {
    expect(person).toMatchObject({ doubled: 0, missed: 0, retries: 0 })
    expect(person.lastSeq).toBe(
      await countOf(
        `select count(*)::int as n from platform.provisioning_events where run_id = '${person.runId}'`,
      ),
    )
  }
  expect(await countOf(`select count(*)::int as n from platform.tenants where status = 'trial'`)).toBe(4)
  expect(await countOf('select count(*)::int as n from platform.tenants')).toBe(4)
})

describe('a worker that is told to end', () => {
  it('finishes the run it has in hand', async () => {
    const { runId, letGo } = await signUpAndHold(ports[1])
    worker.send('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await stateOf(runId))?.state).toBe('running')
    await letGo()
    expect(await worker.gone).toBe(0)
    expect(await stateOf(runId)).toEqual({ state: 'succeeded', attempt: 1 })
    expect(
      await countOf('select count(*)::int as n from graphile_worker.jobs where locked_by is not null'),
    ).toBe(0)
  })

  it('ends at once when it is told again', async () => {
    const second = await keep(startWorkerNode(environment))
    const { letGo } = await signUpAndHold(ports[1])
    second.send('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await second.end('SIGTERM')).toBe(130)
    await letGo()
  })
})

it('a web process that is told to end says so first, and answers what is under way', async () => {
  const body = JSON.stringify(goodSignUp())
  const answer = new Promise<{ status: number | undefined; connection: string | undefined }>(
    (resolve, reject) => {
      const slow = request(
        {
          port: ports[1],
          method: 'POST',
          path: '/api/v1/signup',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (res) => {
          res.resume()
          resolve({ status: res.statusCode, connection: res.headers.connection })
        },
      )
      slow.once('error', reject)
      slow.write(body.slice(0, 20))
      // After the time in which others are told, when it takes no new connections any more.
      setTimeout(() => slow.end(body.slice(20)), 2_000)
    },
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  webs[1].send('SIGTERM')
  await expect.poll(() => fetch(`http://127.0.0.1:${ports[1]}/ready`).then(({ status }) => status)).toBe(503)
  expect((await fetch(`http://127.0.0.1:${ports[1]}/health`)).status).toBe(200)
  await expect.poll(() => fetch(`http://127.0.0.1:${ports[1]}/health`).catch(() => null)).toBeNull()
  expect((await answer).status).toBe(202)
  expect(await webs[1].gone).toBe(0)
})
