import { describe, expect, it } from 'vitest'
import { newId } from '#src/shared/ids.ts'
import type { Node } from '../../node.ts'
import { judgeDatabase } from './database-part.ts'
import { judgeDisk } from './disk-part.ts'
import { judgeMail } from './mail-part.ts'
import { judgeProcesses } from './process-part.ts'
import { judgeQueue } from './queue-part.ts'

const GIB = 1024 ** 3

describe('processes', () => {
  const hour = (text: string) => `2026-03-01T${text}:00.000Z`
  const node = (changes: Partial<Node> = {}): Node => ({
    ...{ id: newId(), kind: 'worker', takesJobs: true, host: 'quay-1', pid: 7, isLost: false },
    ...{ version: '1.0.0', commit: 'abc', runtime: 'v24', startedAt: hour('08:00'), seenAt: hour('12:00') },
    ...changes,
  })
  const web = node({ kind: 'web', takesJobs: false })
  const lost = node({ isLost: true, seenAt: hour('09:00'), pid: 8 })

  it.each([
    ['one with a worker', [node()], 'ok'],
    ['nobody who takes jobs', [web], 'failing'],
    ['nobody at all', [], 'failing'],
    ['one that was lost, while another works on', [web, lost, node()], 'attention'],
    ['one that was lost, and nobody else', [web, lost], 'failing'],
    ['one that was lost and started again', [lost, node({ startedAt: hour('10:00') })], 'ok'],
    [
      'one that was lost and started again elsewhere',
      [lost, node({ startedAt: hour('10:00'), host: 'b' })],
      'attention',
    ],
    ['two that run different code', [node(), node({ commit: 'def' })], 'attention'],
    ['a lost one of an older release', [node(), node({ ...lost, commit: 'old' })], 'attention'],
  ] as const)('%s', (_, nodes, state) => {
    expect(judgeProcesses(nodes, 'off').state).toBe(state)
  })

  it('names what was lost', () => {
    expect(judgeProcesses([web, lost], 'off').summary).toContain('worker 8 on quay-1 was lost')
  })

  it('counts the worker of the process that answers, before its first sign of life', () => {
    expect(judgeProcesses([], 'inline').state).toBe('ok')
    expect(judgeProcesses([node()], 'stopped').state).toBe('attention')
  })
})

describe('the database', () => {
  const judge = (used: number, { latencyMs = 1, seconds = 0 } = {}) =>
    judgeDatabase({
      ...{ version: '18.0', isEmbedded: true, sizeBytes: 1, latencyMs, replicas: 0 },
      connections: { used, limit: 100, groups: [] },
      longestTransaction: { seconds, application: 'psql', state: 'idle in transaction' },
    }).state

  it.each([
    [79, {}, 'ok'],
    [80, {}, 'attention'],
    [95, {}, 'failing'],
    [1, { latencyMs: 300 }, 'attention'],
    [1, { seconds: 151 }, 'attention'],
    [1, { seconds: 149 }, 'ok'],
  ])('with %i of 100 connections and %j', (used, options, state) => {
    expect(judge(used, options)).toBe(state)
  })
})

describe('the queue', () => {
  const empty = { waiting: 0, running: 0, failing: 0, lost: 0, oldestSeconds: null, failures: [] }
  it.each([
    [{}, 'ok'],
    [{ waiting: 50, oldestSeconds: 2 }, 'ok'],
    [{ waiting: 1, oldestSeconds: 31 }, 'attention'],
    [{ waiting: 1, oldestSeconds: 301 }, 'failing'],
    [{ failing: 1 }, 'attention'],
    [{ lost: 1 }, 'attention'],
  ])('with %j', (changes, state) => {
    expect(judgeQueue({ ...empty, ...changes }).state).toBe(state)
  })
})

it.each([
  [0.4, 100, 'failing'],
  [1.5, 10, 'attention'],
  [15, 200, 'attention'],
  [25, 500, 'ok'],
  [3, 10, 'ok'],
])('a disk with %f of %i GiB free', (free, total, state) => {
  const place = { purpose: 'data', path: '/data', freeBytes: free * GIB, totalBytes: total * GIB } as const
  const plenty = { ...place, freeBytes: 500 * GIB, totalBytes: 1_000 * GIB }
  expect(judgeDisk({ places: [plenty, place] }).state).toBe(state)
})

it('mails that nobody gets are fine only where nobody waits for them', () => {
  const kept = { transport: 'none', waiting: 0, failed24h: 0, lastSentAt: null } as const
  expect(judgeMail(kept, { isPublic: false }).state).toBe('ok')
  expect(judgeMail(kept, { isPublic: true }).state).toBe('attention')
  expect(judgeMail({ ...kept, transport: 'smtp', failed24h: 2 }, { isPublic: true }).state).toBe('attention')
})
