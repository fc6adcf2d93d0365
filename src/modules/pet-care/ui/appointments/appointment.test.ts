import { describe, expect, it } from 'vitest'
import { bufferMinutes, latenessOf, plannedMinutes } from './appointment.ts'

const plan = { scheduledStart: '2026-03-12T10:00:00.000Z', scheduledEnd: '2026-03-12T11:00:00.000Z' }

describe('appointments', () => {
  it('count their minutes and those around them', () => {
    expect(plannedMinutes(plan)).toBe(60)
    const occupied = { occupiedFrom: '2026-03-12T09:50:00.000Z', occupiedUntil: '2026-03-12T11:15:00.000Z' }
    expect(bufferMinutes({ ...plan, ...occupied })).toEqual({ before: 10, after: 15 })
  })

  it('are late when nobody has come, after a few minutes of grace', () => {
    const scheduled = { ...plan, status: 'scheduled' } as const
    expect(latenessOf(scheduled, '2026-03-12T10:04:59Z')).toBeUndefined()
    expect(latenessOf(scheduled, '2026-03-12T10:12:30Z')).toEqual({ kind: 'not here', minutes: 12 })
    expect(latenessOf({ ...plan, status: 'confirmed' }, '2026-03-12T10:12:30Z')?.kind).toBe('not here')
  })

  it('run over once they have begun, and are never late when over', () => {
    expect(latenessOf({ ...plan, status: 'in_progress' }, '2026-03-12T10:30:00Z')).toBeUndefined()
    expect(latenessOf({ ...plan, status: 'in_progress' }, '2026-03-12T11:08:00Z')).toEqual({
      kind: 'over time',
      minutes: 8,
    })
    for (const status of ['completed', 'cancelled', 'no_show'] as const)
      expect(latenessOf({ ...plan, status }, '2026-03-13T00:00:00Z')).toBeUndefined()
  })
})
