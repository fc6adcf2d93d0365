import type { Pool } from 'pg'
import { createLimits, type Limits } from '../limits.ts'
import { limitTable } from '../limit-table.ts'
import { readRates } from '../read-rates.ts'

/** For tests about other things, which do in a second what people do in a day. */
export const generousRates = Object.keys(limitTable)
  .map((name) => `${name}=1000000/m`)
  .join(',')

/** @param rates those that matter to the test, such as `login=2/m`; all others are generous */
export function createTestLimits(pool: Pool, rates?: string): Limits {
  return createLimits({
    pool,
    redis: null,
    rates: readRates(rates ? `${generousRates},${rates}` : generousRates),
    secret: 'a secret for tests only, long enough',
  })
}
