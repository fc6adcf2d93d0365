import { afterEach, beforeAll, expect, it } from 'vitest'
import { createTestUser } from '#src/auth/server/testing/accounts.ts'
import { createIdReader } from '#src/provisioning/id-reader.ts'
import {
  listUnknownRuns,
  noRuns,
  takeRunEvents,
  takeRuns,
  type LiveRuns,
} from '#src/provisioning/live-runs.ts'
import type { RunRow } from '#src/provisioning/run-list.ts'
import type { RunEvent } from '#src/provisioning/run.ts'
import { createLiveClient, type LiveClient } from '#src/realtime/live-client.ts'
import { createLiveSocket, type LiveSocket } from '#src/realtime/live-socket.ts'
import { FLEET } from '#src/realtime/topic.ts'
import { mintToken } from './testing/mint-token.ts'
import { goodSignUp } from './testing/test-client.ts'
import { useTestServer } from './testing/test-server.ts'

const current = useTestServer()
const opened: LiveClient[] = []
let token: string

beforeAll(async () => {
  const grace = { tenantId: null, email: 'grace@berth.test' }
  await createTestUser(current().database.platform, grace)
  token = await mintToken(current(), grace)
})

afterEach(() => opened.splice(0).forEach((client) => client.close()))

async function listRows(query = 'limit=200'): Promise<RunRow[]> {
  const { status, body } = await current().client.call('GET', `/api/v1/admin/runs?${query}`, { token })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items as RunRow[]
}

/** Follows the fleet as the console does: a list, then events, and runs by their ids where an event speaks of others. */
function followFleet() {
  let live: LiveRuns = noRuns
  let socket: LiveSocket | undefined
  let snapshots = 0
  /** each event that was applied, by the run and its number */
  const applied: string[] = []
  const seqsOf = () => new Map([...live.runs].map(([id, { lastSeq }]) => [id, lastSeq]))

  function take(change: (before: LiveRuns) => LiveRuns, read: readonly RunRow[] = []): void {
    const before = seqsOf()
    for (const { id, lastSeq } of read) before.set(id, Math.max(lastSeq, before.get(id) ?? 0))
    live = change(live)
    for (const [id, lastSeq] of seqsOf()) {
      for (let seq = (before.get(id) ?? lastSeq) + 1; seq <= lastSeq; seq += 1) applied.push(`${id} ${seq}`)
    }
  }

  const takeRows = (rows: readonly RunRow[]) => take((before) => takeRuns(before, rows), rows)
  const reader = createIdReader<RunRow>({
    read: (ids) => listRows(`runIds=${ids.join(',')}`),
    onRead: takeRows,
  })

  const client = createLiveClient((visitor) => {
    const { port } = current()
    socket = createLiveSocket({
      url: `http://127.0.0.1:${port}`,
      token: visitor,
      headers: { host: `berth.localhost:${port}`, authorization: `Bearer ${token}` },
    })
    return socket
  })
  opened.push(client)
  client.watch(
    { topic: FLEET },
    {
      onSnapshot: () => {
        snapshots += 1
        void listRows().then(takeRows)
      },
      onEvents: (events) => {
        take((before) => takeRunEvents(before, events as readonly RunEvent[]))
        reader.ask(listUnknownRuns(live))
      },
      onStatus: () => undefined,
    },
  )
  return {
    applied,
    snapshots: () => snapshots,
    states: () => [...live.runs.values()].map(stateOf).toSorted(),
    waiting: () => listUnknownRuns(live),
    /** The connection is lost, and comes back by itself. */
    breakOff: () => socket?.io.engine.close(),
  }
}

/** What a list shows of a run, in one line. */
function stateOf({ id, state, lastSeq, percent, steps }: RunRow): string {
  return [id, state, lastSeq, percent, ...steps.map((step) => `${step.name}=${step.state}`)].join(' ')
}

async function signUp(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async () => {
      const { body } = await current().client.call('POST', '/api/v1/signup', { body: goodSignUp() })
      await current().client.waitForRun(body)
    }),
  )
}

it('applies every event of many runs at once, each once, and ends where the database is', async () => {
  const fleet = followFleet()
  await expect.poll(fleet.snapshots).toBe(1)
  await signUp(12)
  const rows = await listRows()
  await expect.poll(fleet.states).toEqual(rows.map(stateOf).toSorted())
  expect(fleet.waiting()).toEqual([])
  expect(new Set(fleet.applied).size).toBe(fleet.applied.length)
  // Runs that are new are read once, with their first events; all that follows has come live.
  expect(fleet.applied.length).toBeGreaterThan(rows.length * 5)
  expect(fleet.snapshots()).toBe(1)
})

it('misses nothing over a connection that is lost in the middle, and applies nothing twice', async () => {
  const fleet = followFleet()
  await expect.poll(fleet.snapshots).toBe(1)
  const signedUp = signUp(10)
  for (let losses = 1; losses <= 3; losses += 1) {
    await expect.poll(() => fleet.applied.length).toBeGreaterThan(losses * 8)
    fleet.breakOff()
    await expect.poll(fleet.snapshots).toBe(losses + 1)
  }
  await signedUp
  const rows = await listRows()
  await expect.poll(fleet.states).toEqual(rows.map(stateOf).toSorted())
  expect(new Set(fleet.applied).size).toBe(fleet.applied.length)
})

it('begins anew when the server has not heard of what was stored for a while', async () => {
  const fleet = followFleet()
  await expect.poll(fleet.snapshots).toBe(1)
  await current().inspect(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'berth-events' and datname = current_database()`,
  )
  await signUp(3)
  await expect.poll(fleet.snapshots, { timeout: 10_000 }).toBeGreaterThan(1)
  const rows = await listRows()
  await expect.poll(fleet.states, { timeout: 10_000 }).toEqual(rows.map(stateOf).toSorted())
})
