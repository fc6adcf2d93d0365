import { describe, expect, it } from 'vitest'
import { defaultModules, offerOf, type PlanFeature } from './plan-feature.ts'

const moduleIds = ['pet-care', 'lettings', 'concierge', 'overlay']
const said: PlanFeature[] = [
  { plan: 'starter', module: 'lettings', offer: 'default' },
  { plan: 'starter', module: 'concierge', offer: 'default' },
  { plan: 'starter', module: 'overlay', offer: 'default' },
  { plan: 'free', module: 'overlay', offer: 'withheld' },
]

describe('what a plan does with a module', () => {
  it('is to offer it, unless something was said', () => {
    expect(offerOf([], { plan: 'free', module: 'overlay' })).toBe('offered')
    expect(offerOf(said, { plan: 'free', module: 'overlay' })).toBe('withheld')
    expect(offerOf(said, { plan: 'pro', module: 'overlay' })).toBe('offered')
  })

  it('gives a new workspace the module of its trade, and defaults as far as there is room', () => {
    expect(defaultModules([], { plan: 'starter', trade: 'pet-care', moduleIds })).toEqual(['pet-care'])
    expect(defaultModules(said, { plan: 'starter', trade: 'lettings', moduleIds })).toEqual([
      'lettings',
      'concierge',
      'overlay',
    ])
    expect(defaultModules(said, { plan: 'starter', trade: 'pet-care', moduleIds })).toEqual([
      'pet-care',
      'lettings',
      'concierge',
    ])
    expect(defaultModules(said, { plan: 'free', trade: 'overlay', moduleIds })).toEqual(['overlay'])
  })
})
