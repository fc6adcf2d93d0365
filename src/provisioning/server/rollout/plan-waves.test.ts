import { describe, expect, it } from 'vitest'
import { budgetOf, planWaves } from './plan-waves.ts'

const tenants = Array.from({ length: 10 }, (_, index) => `t${index}`)

describe('waves of a rollout', () => {
  it('begin with a share of the tenants, old and young, and at least one', () => {
    const waves = planWaves(tenants, { canary: { share: 0.2 }, waveSize: 5 })
    expect([...waves]).toEqual([
      ...['t0', 't5'].map((id) => [id, 0]),
      ...['t1', 't2', 't3', 't4', 't6'].map((id) => [id, 1]),
      ...['t7', 't8', 't9'].map((id) => [id, 2]),
    ])
    expect([...planWaves(tenants, { canary: { share: 0.001 }, waveSize: 100 }).values()]).toEqual([
      0,
      ...Array.from({ length: 9 }, () => 1),
    ])
  })

  it('begin with those who are named, and leave out names that have nothing to do', () => {
    const waves = planWaves(tenants, { canary: { tenantIds: ['t7', 'elsewhere'] }, waveSize: 100 })
    expect(waves.get('t7')).toBe(0)
    expect(waves.size).toBe(10)
    expect([...waves.values()].filter((wave) => wave === 0)).toHaveLength(1)
  })

  it('know how many failures are too many', () => {
    expect(budgetOf({ errorBudget: { count: 3 } }, 10)).toBe(3)
    expect(budgetOf({ errorBudget: { share: 0.05 } }, 90)).toBe(4)
  })
})
