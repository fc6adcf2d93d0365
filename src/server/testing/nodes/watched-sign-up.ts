import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { runEvent, runSnapshot, type RunState } from '#src/provisioning/run.ts'
import { createLiveClient } from '#src/realtime/live-client.ts'
import { createLiveSocket } from '#src/realtime/live-socket.ts'
import { runTopic } from '#src/realtime/topic.ts'
import type { SignUpResult } from '#src/tenancy/sign-up.ts'
import { createTestClient, goodSignUp } from '../test-client.ts'

/** One person who signs up, watches, and asks again where the product says so. */
export type WatchedSignUp = {
  subdomain: string
  tenantId: string
  runId: string
  /** requests until the sign-up was acknowledged, 1 when nothing went wrong */
  requests: number
  /** times the run was started again after it had failed */
  retries: number
  /** from the first request until the run was seen to have succeeded, in milliseconds */
  totalMs: number
  /** number of the last event that was seen, the snapshot's included */
  lastSeq: number
  /** events that came although they had been seen, and those that never came */
  doubled: number
  missed: number
}

/** What a person would not sit through. */
const PATIENCE_MS = 120_000
const ASK_AGAIN_MS = 500

/**
 * Signs up over the proxy at `port` and follows the run as the page does, with the page's own client, until it has
 * succeeded. Whatever breaks on the way is asked again under the same idempotency key.
 * @throws Error when that takes more than two minutes
 */
export async function signUpAndWatch(port: number): Promise<WatchedSignUp> {
  const startedAt = performance.now()
  const input = goodSignUp()
  const { requests, result } = await askUntilAnswered(port, '/api/v1/signup', { body: input })
  if (!result) throw new Error('A sign-up was taken for a retry.')
  const seen = await followUntilSucceeded(port, result)
  const { subdomain } = input
  const { tenantId, runId } = result
  return { subdomain, tenantId, runId, requests, ...seen, totalMs: performance.now() - startedAt }
}

type Asked = { body: unknown; headers?: Record<string, string> }

async function askUntilAnswered(port: number, path: string, { body, headers }: Asked) {
  const giveUpAt = performance.now() + PATIENCE_MS
  const key = randomUUID()
  for (let requests = 1; ; requests += 1) {
    const answer = await createTestClient(port)
      .call('POST', path, { body, headers: { ...headers, 'idempotency-key': key, connection: 'close' } })
      .catch(() => null)
    if (answer?.status === 202) return { requests, result: answer.body as SignUpResult }
    // Asked twice, or by somebody else before: it is under way again, which is all that was wanted.
    if (answer?.body.error?.code === 'RUN_NOT_RETRYABLE') return { requests, result: null }
    if (performance.now() > giveUpAt)
      throw new Error(`Nobody answered ${path}: ${answer ? JSON.stringify(answer.body) : 'no connection'}`)
    await sleep(ASK_AGAIN_MS)
  }
}

type Seen = Pick<WatchedSignUp, 'lastSeq' | 'doubled' | 'missed' | 'retries'>

async function followUntilSucceeded(
  port: number,
  { runId, tenantId, watchToken }: SignUpResult,
): Promise<Seen> {
  const seen: Seen = { lastSeq: 0, doubled: 0, missed: 0, retries: 0 }
  const live = createLiveClient((token) => createLiveSocket({ url: `http://127.0.0.1:${port}`, token }))
  let noteState: (state: RunState) => void = () => undefined
  const succeeded = new Promise<void>((resolve, reject) => {
    noteState = (state) => {
      if (state === 'succeeded') resolve()
      if (state !== 'failed') return
      seen.retries += 1
      askUntilAnswered(port, `/api/v1/tenants/${tenantId}/retry`, {
        body: {},
        headers: { 'x-watch-token': watchToken },
      }).catch(reject)
    }
    setTimeout(() => reject(new Error(`The run ${runId} did not end.`)), PATIENCE_MS).unref()
  })
  live.watch(
    { topic: runTopic(runId), token: watchToken },
    {
      onSnapshot: (input) => {
        const snapshot = runSnapshot.parse(input)
        // A later snapshot contains what came in between; an older one would take something back.
        seen.missed += Math.max(seen.lastSeq - snapshot.lastSeq, 0)
        seen.lastSeq = snapshot.lastSeq
        noteState(snapshot.state)
      },
      onEvents: (events) => {
        for (const { seq, type } of events.map((event) => runEvent.parse(event))) {
          if (seq <= seen.lastSeq) seen.doubled += 1
          seen.missed += Math.max(seq - seen.lastSeq - 1, 0)
          seen.lastSeq = Math.max(seq, seen.lastSeq)
          if (type === 'run.succeeded') noteState('succeeded')
          if (type === 'run.failed') noteState('failed')
        }
      },
      onStatus: () => undefined,
    },
  )
  try {
    await succeeded
    return seen
  } finally {
    live.close()
  }
}
