import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallError } from '#src/trpc/ui/client.ts'
import { createWorkspace } from './create-workspace.ts'
import { sampleAnswers, sampleOptions, stubSessionStorage } from './testing/sample-sign-up.ts'

const mutate = vi.hoisted(() =>
  vi.fn<(request: unknown, options: { context: { idempotencyKey: string } }) => Promise<unknown>>(),
)
vi.mock('#src/trpc/ui/client.ts', () => ({
  createApiClient: () => ({ signUp: { create: { mutate } } }),
  callErrorOf: (thrown: unknown) => thrown,
}))

const created = { tenantId: 't', runId: 'r', watchToken: 'w', workspaceUrl: 'u' }

function refusal(code: CallError['code'], details?: CallError['details']): CallError {
  return { code, message: 'No.', requestId: 'req-1', ...(details ? { details } : {}) }
}

function keysOfCalls(): string[] {
  return mutate.mock.calls.map(([, options]) => options.context.idempotencyKey)
}

function create(anew = false) {
  return createWorkspace(sampleAnswers(), { options: sampleOptions, anew })
}

beforeEach(() => {
  stubSessionStorage()
  vi.useFakeTimers()
  mutate.mockReset()
})
afterEach(() => vi.useRealTimers())

describe('createWorkspace', () => {
  it('asks once, with a key', async () => {
    mutate.mockResolvedValue(created)
    expect(await create()).toEqual({ kind: 'created', ...created })
    expect(keysOfCalls()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  it('asks again under the same key while the first request is still worked on', async () => {
    mutate.mockRejectedValueOnce(refusal('IDEMPOTENCY_IN_PROGRESS')).mockResolvedValue(created)
    const outcome = create()
    await vi.runAllTimersAsync()
    expect(await outcome).toMatchObject({ kind: 'created' })
    expect(new Set(keysOfCalls()).size).toBe(1)
    expect(mutate).toHaveBeenCalledTimes(2)
  })

  it('takes another key when this one belongs to other answers, and gives up in the end', async () => {
    mutate.mockRejectedValueOnce(refusal('IDEMPOTENCY_MISMATCH')).mockResolvedValue(created)
    expect(await create()).toMatchObject({ kind: 'created' })
    expect(new Set(keysOfCalls()).size).toBe(2)

    mutate.mockReset().mockRejectedValue(refusal('IDEMPOTENCY_IN_PROGRESS'))
    const outcome = create()
    await vi.runAllTimersAsync()
    expect(await outcome).toMatchObject({ kind: 'refused' })
    expect(mutate).toHaveBeenCalledTimes(8)
  })

  it('hands errors of fields and free addresses on', async () => {
    const fields = { subdomain: ['Taken.'] }
    mutate.mockRejectedValue(refusal('SUBDOMAIN_TAKEN', { fields, alternatives: ['a-hq', 7, 'b-hq'] }))
    expect(await create()).toMatchObject({ kind: 'refused', fields, alternatives: ['a-hq', 'b-hq'] })
  })

  it('does not ask twice for what was refused', async () => {
    mutate.mockRejectedValue(refusal('RATE_LIMITED'))
    expect(await create()).toMatchObject({ kind: 'refused', fields: {}, alternatives: [] })
    expect(mutate).toHaveBeenCalledTimes(1)
  })

  it('uses a new key for the same answers once the workspace was given up', async () => {
    mutate.mockResolvedValue(created)
    await create()
    await create()
    await create(true)
    const [first, second, third] = keysOfCalls()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })
})
