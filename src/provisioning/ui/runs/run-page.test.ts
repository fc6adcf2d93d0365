import { describe, expect, it } from 'vitest'
import { noRuns, takeRuns } from '../../live-runs.ts'
import type { RunRow } from '../../run-list.ts'
import { sampleRow } from '../testing/sample-row.ts'
import { appearedSince, hasDrifted, runsOfPage } from './run-page.ts'

function row(minute: number, change: Partial<RunRow> = {}): RunRow {
  return sampleRow({
    id: `0199c000-0000-7000-8000-0000000002${minute}`,
    createdAt: `2026-03-01T08:${minute}:00.000Z`,
    state: 'succeeded',
    ...change,
  })
}

const items = [row(30), row(20)]
const first = { page: 1, limit: 3 }
const ids = (runs: readonly RunRow[]) => runs.map(({ id }) => id.slice(-2))

describe('a page of a list that moves by itself', () => {
  it('begins with the runs that have appeared since, and is no longer than it may be', () => {
    const known = takeRuns(noRuns, [...items, row(40), row(50, { subdomain: 'other' })])
    expect(ids(runsOfPage(known, { query: first, items }))).toEqual(['50', '40', '30'])
    expect(appearedSince(known, { query: first, items })).toBe(2)
    const narrowed = { query: { ...first, q: 'happy-' }, items }
    expect(ids(runsOfPage(known, narrowed))).toEqual(['40', '30', '20'])
    expect(appearedSince(known, narrowed)).toBe(1)
  })

  it('counts nothing that the server has counted', () => {
    expect(appearedSince(takeRuns(noRuns, items), { query: first, items })).toBe(0)
    expect(appearedSince(takeRuns(noRuns, [row(10)]), { query: first, items: [] })).toBe(1)
  })

  it('keeps the runs of a later page in their places, as they are by now', () => {
    const known = takeRuns(noRuns, [row(40), row(30, { lastSeq: 9, state: 'failed' })])
    const runs = runsOfPage(known, { query: { ...first, page: 2, state: ['succeeded'] }, items })
    expect(runs.map(({ state }) => state)).toEqual(['failed', 'succeeded'])
  })

  it('wants to be asked for again once a run of it does not fit any more', () => {
    const query = { ...first, state: ['succeeded' as const] }
    const known = takeRuns(noRuns, items)
    expect(hasDrifted(known, { query, items })).toBe(false)
    const moved = takeRuns(known, [row(20, { lastSeq: 9, state: 'pending' })])
    expect(hasDrifted(moved, { query, items })).toBe(true)
    expect(hasDrifted(moved, { query: first, items })).toBe(false)
  })
})
