import { EnvError } from '#src/env.ts'
import { isLimitName, limitTable, type LimitName, type Rate } from './limit-table.ts'

export type Rates = Readonly<Record<LimitName, Rate>>

const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * The rates of all limits: the defaults, with what was configured in their place.
 * @param configured such as `signup=10/m,lockout=10/15m`; its form has been checked with the environment
 * @throws EnvError for a name that is no limit
 */
export function readRates(configured: string | undefined): Rates {
  const defaults = Object.entries(limitTable).map(([name, { rate }]) => [name, rate])
  const rates = Object.fromEntries(defaults) as Record<LimitName, Rate>
  for (const entry of configured?.split(',') ?? []) {
    const [name = '', rate = ''] = entry.split('=')
    if (!isLimitName(name)) throw unknownLimit(name)
    rates[name] = readRate(rate)
  }
  return rates
}

/** @param text such as `10/m` or `10/15m` */
function readRate(text: string): Rate {
  const [, points, count, unit = ''] = /^(\d+)\/(\d*)([smhd])$/.exec(text) ?? []
  return { points: Number(points), seconds: Number(count || 1) * (SECONDS[unit] ?? 1) }
}

function unknownLimit(name: string): EnvError {
  const known = Object.keys(limitTable).join(', ')
  return new EnvError([`BERTH_RATE_LIMITS: there is no limit named ${name}; there are ${known}`])
}
