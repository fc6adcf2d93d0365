import { describe, expect, it } from 'vitest'
import { matchesRun } from './match-run.ts'
import type { FleetRunFilters } from './run-list.ts'
import { sampleRow } from './ui/testing/sample-row.ts'

const run = sampleRow({ state: 'failed' })

describe('matchesRun', () => {
  it.each<FleetRunFilters>([
    {},
    { state: ['running', 'failed'] },
    { kind: ['create-tenant'] },
    { tenantId: run.tenantId },
    { runIds: [run.id] },
    { q: 'HAPPY-' },
    { q: 'py pa' },
    { q: run.id },
    { from: run.createdAt, to: '2026-03-01T10:00:00+01:00' },
  ])('leaves a run that fits %j', (filters) => {
    expect(matchesRun(run, filters)).toBe(true)
  })

  it.each<FleetRunFilters>([
    { state: ['running'] },
    { kind: ['migrate'] },
    { tenantId: run.id },
    { runIds: [run.tenantId] },
    { q: 'sad' },
    { to: run.createdAt },
    { from: '2026-03-01T08:00:00.001Z' },
    { state: ['failed'], q: 'sad' },
  ])('takes out one that does not fit %j', (filters) => {
    expect(matchesRun(run, filters)).toBe(false)
  })
})
