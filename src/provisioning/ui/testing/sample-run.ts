import { createTenantSteps, type RunEvent, type RunEventType, type RunSnapshot } from '../../run.ts'

const START = Date.parse('2026-03-01T08:00:00Z')

/** A run that was asked for and waits. Every step weighs the same. */
export function sampleRun(change: Partial<RunSnapshot> = {}): RunSnapshot {
  return {
    id: '0199c000-0000-7000-8000-000000000001',
    tenantId: '0199c000-0000-7000-8000-000000000002',
    kind: 'create-tenant',
    state: 'pending',
    attempt: 1,
    percent: 0,
    expectedMs: null,
    createdAt: new Date(START).toISOString(),
    startedAt: null,
    finishedAt: null,
    lastSeq: 1,
    steps: createTenantSteps.map((name) => ({
      name,
      state: 'pending',
      weight: 1,
      startedAt: null,
      durationMs: null,
      message: null,
    })),
    requestId: 'req-1',
    ...change,
  }
}

/** Numbers events on from the sample run, 10 ms apart. */
export function createEvents(): (
  type: RunEventType,
  step?: string | null,
  payload?: RunEvent['payload'],
) => RunEvent {
  const { id, tenantId, lastSeq } = sampleRun()
  let seq = lastSeq
  return (type, step = null, payload = {}) => {
    seq += 1
    return { runId: id, tenantId, seq, type, step, at: new Date(START + seq * 10).toISOString(), payload }
  }
}
