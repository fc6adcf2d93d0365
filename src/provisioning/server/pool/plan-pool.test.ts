import { describe, expect, it } from 'vitest'
import { planPool, type PoolPlan } from './plan-pool.ts'
import type { WarmRow } from './warm-schema.repository.ts'

const row = (id: string, changes: Partial<WarmRow> = {}): WarmRow => ({
  ...{ id, schemaName: `t_${id}`, roleName: `berth_t_${id}` },
  ...{ modules: ['a'], fingerprint: 'mine', isDraining: false },
  ...changes,
})
const plan = (rows: WarmRow[], changes: Partial<PoolPlan> = {}) =>
  planPool({
    ...{ rows, fingerprint: 'mine', sets: [['a'], ['b', 'c']], size: 1, builds: true },
    ...{ others: new Set<string>(), resting: new Set<string>() },
    ...changes,
  })
const full = [row('1'), row('2', { modules: ['b', 'c'] })]

describe('the pool', () => {
  it('gets what it lacks, and first the set that has the fewest', () => {
    expect(plan([])).toEqual({ kind: 'build', modules: ['a'] })
    expect(plan([row('1')], { size: 2 })).toEqual({ kind: 'build', modules: ['b', 'c'] })
    expect(plan(full)).toBeNull()
  })

  it('does not count what other code has built, nor what is being dropped', () => {
    const [, second] = full
    expect(plan([row('1', { fingerprint: 'old' }), second ?? row('2')])).toMatchObject({ kind: 'build' })
    expect(plan([row('1', { isDraining: true }), second ?? row('2')])).toMatchObject({ kind: 'build' })
  })

  it('goes on with other sets while one rests', () => {
    expect(plan([], { resting: new Set(['a']) })).toEqual({ kind: 'build', modules: ['b', 'c'] })
    expect(plan([], { resting: new Set(['a', 'b+c']) })).toBeNull()
  })

  it.each([
    ['of code that is gone', row('3', { fingerprint: 'old' })],
    ['of a set that nobody comes with any more', row('3', { modules: ['c'] })],
    ['beyond the size', row('0')],
  ])('loses a schema %s', (_, surplus) => {
    expect(plan([surplus, ...full])).toEqual({ kind: 'drain', row: surplus })
  })

  it('keeps what a process with other code still takes', () => {
    expect(plan([...full, row('3', { fingerprint: 'old' })], { others: new Set(['old']) })).toBeNull()
  })

  it('is dropped to the end, one schema after the other, before more of it drains', () => {
    const half = row('3', { isDraining: true })
    expect(plan([...full, row('4', { fingerprint: 'old' }), half])).toEqual({ kind: 'drop', row: half })
  })

  it('is not built by a process whose size is 0, which leaves that of others alone', () => {
    expect(plan([], { builds: false })).toBeNull()
    expect(plan(full, { builds: false })).toBeNull()
    expect(plan(full, { builds: false, size: 0 })).toEqual({ kind: 'drain', row: full[0] })
  })
})
