import { describe, expect, it } from 'vitest'
import { titleRollout } from './rollout-title.ts'

describe('the title of a rollout', () => {
  it('names one migration, and counts several', () => {
    const up = { direction: 'up' as const, target: null }
    expect(titleRollout({ ...up, migrations: ['a/0002_x'] })).toBe('a/0002_x')
    expect(titleRollout({ ...up, migrations: ['a/0002_x', 'a/0003_y'] })).toBe('2 migrations of a')
    expect(titleRollout({ ...up, migrations: ['a/0002_x', 'b/0001_y'] })).toBe('2 migrations of a and b')
    const four = ['a/0002_x', 'b/0001_y', 'c/0001_z', 'c/0002_z'] as const
    expect(titleRollout({ ...up, migrations: [...four] })).toBe('4 migrations of 3 modules')
  })

  it('says that it goes back, and to what', () => {
    const down = { direction: 'down' as const, migrations: ['a/0002_x' as const] }
    expect(titleRollout({ ...down, target: { rolloutId: '' } })).toBe('Take back a/0002_x')
    expect(titleRollout({ ...down, target: { module: 'a', to: '0001_w' } })).toBe('Back to a/0001_w')
  })
})
