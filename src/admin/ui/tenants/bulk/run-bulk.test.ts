import { expect, it, vi } from 'vitest'
import type { BulkResult } from '#src/admin/tenant-bulk.ts'
import type { CallError } from '#src/trpc/ui/client.ts'
import { runBulk, type BulkRun } from './run-bulk.ts'

const ids = Array.from({ length: 250 }, (_, index) => `tenant-${index}`)

function refusal(code: CallError['code'], details?: CallError['details']): Error {
  const error: CallError = { code, message: `${code}.`, requestId: 'r', ...(details ? { details } : {}) }
  return new Error(code, { cause: error })
}

function allFine(tenantIds: string[]): BulkResult[] {
  return tenantIds.map((tenantId) => ({ tenantId, subdomain: tenantId, ok: true }))
}

function runWith(send: BulkRun['send'], signal = new AbortController().signal) {
  let keys = 0
  const run = {
    send: vi.fn(send),
    readError: (thrown: unknown) => (thrown as Error).cause as CallError,
    createKey: () => `key-${(keys += 1)}`,
    onProgress: vi.fn<BulkRun['onProgress']>(),
    signal,
    wait: vi.fn<BulkRun['wait']>(() => Promise.resolve()),
  }
  return { run, lines: runBulk(ids, run) }
}

function countOf(lines: Awaited<ReturnType<typeof runBulk>>, outcome: string): number {
  return lines.filter((line) => line.outcome === outcome).length
}

it('sends all of them in parts of a hundred, each with a key of its own, and tells how far it is', async () => {
  const { run, lines } = runWith(async (part) => allFine(part))
  expect(countOf(await lines, 'done')).toBe(250)
  expect(run.send.mock.calls.map(([part, key]) => [part.length, key])).toEqual([
    [100, 'key-1'],
    [100, 'key-2'],
    [50, 'key-3'],
  ])
  expect(run.onProgress.mock.calls.map(([told]) => told.length)).toEqual([100, 200, 250, 250])
})

it('goes on after a tenant was refused, and keeps why', async () => {
  const { lines } = runWith(async (part) =>
    allFine(part).map((result) =>
      result.tenantId === 'tenant-7' ? { ...result, ok: false, code: 'X', message: 'No.' } : result,
    ),
  )
  const told = await lines
  expect(countOf(told, 'done')).toBe(249)
  expect(told[7]).toMatchObject({ subdomain: 'tenant-7', outcome: 'refused', code: 'X', message: 'No.' })
})

it('asks again with the same key while the server is away or wants a pause', async () => {
  const troubles = [refusal('DEPENDENCY_UNAVAILABLE'), refusal('RATE_LIMITED', { retryAfterSeconds: 7 })]
  const { run, lines } = runWith(async (part) => {
    const trouble = troubles.shift()
    if (trouble) throw trouble
    return allFine(part)
  })
  expect(countOf(await lines, 'done')).toBe(250)
  expect(run.send.mock.calls.map(([, key]) => key)).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3'])
  expect(run.wait.mock.calls).toEqual([[1_000], [7_000]])
})

it('says of which nothing is known, and which were not tried, when a part fails for good', async () => {
  let parts = 0
  const { lines } = runWith(async (part) => {
    parts += 1
    if (parts === 2) throw refusal('UNAUTHENTICATED')
    return allFine(part)
  })
  const told = await lines
  expect([countOf(told, 'done'), countOf(told, 'unknown'), countOf(told, 'skipped')]).toEqual([100, 100, 50])
  expect(told[100]).toMatchObject({ tenantId: 'tenant-100', message: 'UNAUTHENTICATED.' })
})

it('stops after the part that is under way', async () => {
  const controller = new AbortController()
  const { lines } = runWith(async (part) => {
    controller.abort()
    return allFine(part)
  }, controller.signal)
  const told = await lines
  expect([countOf(told, 'done'), countOf(told, 'skipped')]).toEqual([100, 150])
})
