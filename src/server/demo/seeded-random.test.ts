import { expect, it } from 'vitest'
import { demoTeam } from './demo-team.ts'
import { seededRandom } from './seeded-random.ts'

it('the same seed chooses the same people, another one others', () => {
  const team = (seed: string) => demoTeam('quay', seededRandom(seed))
  expect(team('a')).toEqual(team('a'))
  expect(team('a')).not.toEqual(team('b'))
  expect(new Set(team('a').map(({ email }) => email)).size).toBe(team('a').length)
})

it('numbers are spread evenly between 0 and 1', () => {
  const random = seededRandom('spread')
  const tenths = Array.from({ length: 10 }, () => 0)
  for (let drawn = 0; drawn < 10_000; drawn += 1) {
    const tenth = Math.floor(random() * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  expect(tenths).toHaveLength(10)
  expect(Math.min(...tenths)).toBeGreaterThan(850)
  expect(Math.max(...tenths)).toBeLessThan(1_150)
})
