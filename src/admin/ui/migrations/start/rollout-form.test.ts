import { describe, expect, it } from 'vitest'
import { rolloutSettings } from '#src/provisioning/rollout.ts'
import { newId } from '#src/shared/ids.ts'
import { defaultForm, rolloutForm, sayCourse } from './rollout-form.ts'

function faultsOf(changes: object): string[] {
  const parsed = rolloutForm.safeParse({ ...defaultForm(), ...changes })
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

describe('the form of a rollout', () => {
  it('begins with what the command line begins with', () => {
    expect(rolloutForm.parse(defaultForm())).toEqual(rolloutSettings.parse({}))
  })

  it('asks for shares in percent, and names tenants instead', () => {
    const tenantIds = [newId()]
    expect(rolloutForm.parse({ ...defaultForm(), percent: 12.5 }).canary).toEqual({ share: 0.125 })
    expect(rolloutForm.parse({ ...defaultForm(), first: 'named', tenantIds }).canary).toEqual({ tenantIds })
    const budget = { budget: 5, budgetUnit: 'percent' }
    expect(rolloutForm.parse({ ...defaultForm(), ...budget }).errorBudget).toEqual({ share: 0.05 })
  })

  it('says what is wrong in words of people', () => {
    expect(faultsOf({ first: 'named' })).toEqual(['tenantIds: Name at least one.'])
    expect(faultsOf({ concurrency: 33, waveSize: null })).toEqual([
      'waveSize: Give a whole number.',
      'concurrency: At most 32.',
    ])
    expect(faultsOf({ budget: 1.5 })).toEqual(['budget: Give a whole number.'])
    expect(faultsOf({ budget: 101, budgetUnit: 'percent' })).toEqual(['budget: At most 100.'])
  })

  it('says how it will go', () => {
    const form = defaultForm()
    expect(sayCourse(form, 500)).toBe('10 tenants go first, then the other 490 in 5 waves.')
    expect(sayCourse(form, 3)).toBe('1 tenant goes first, then the other 2 in one wave.')
    expect(sayCourse(form, 1)).toBe('1 tenant goes first, and nobody is left behind them.')
    expect(sayCourse({ ...form, first: 'named', tenantIds: ['a', 'b'] }, 3)).toBe(
      '2 tenants go first, then 1 other in one wave.',
    )
    expect(sayCourse({ ...form, percent: Number.NaN }, 3)).toBeNull()
  })
})
