import { describe, expect, it } from 'vitest'
import { paceOf } from './pace.ts'

describe('the pace of a rollout', () => {
  it('follows from what was finished lately', () => {
    expect(paceOf({ finished: 60, seconds: 30 }, 100)).toEqual({ perSecond: 2, leftMs: 50_000 })
    expect(paceOf({ finished: 5, seconds: 2 }, 0)).toEqual({ perSecond: 2.5, leftMs: 0 })
  })

  it('is not guessed from one tenant, or from none', () => {
    expect(paceOf({ finished: 1, seconds: 1 }, 10)).toBeNull()
    expect(paceOf({ finished: 0, seconds: 0 }, 10)).toBeNull()
  })
})
