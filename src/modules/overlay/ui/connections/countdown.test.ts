import { expect, it } from 'vitest'
import { printCountdown } from './countdown.ts'

it('counts down to nothing and stays there', () => {
  expect([600_000, 545_000, 544_001, 59_000, 1, 0, -5_000].map(printCountdown)).toEqual([
    '10:00',
    '9:05',
    '9:05',
    '0:59',
    '0:01',
    '0:00',
    '0:00',
  ])
})
