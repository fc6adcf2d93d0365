import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from '#src/env.ts'
import { limitTable } from './limit-table.ts'
import { readRates } from './read-rates.ts'

describe('the rates of limits', () => {
  it('are the defaults of the table where nothing is configured', () => {
    const rates = readRates(undefined)
    for (const [name, { rate }] of Object.entries(limitTable)) expect(rates).toHaveProperty(name, rate)
    expect(rates.signup).toEqual({ points: 10, seconds: 60 })
  })

  it('take what is configured by name, and leave the others alone', () => {
    const rates = readRates('signup=3/s,lockout=5/15m,api=1000/h,reset-address=2/d')
    expect(rates.signup).toEqual({ points: 3, seconds: 1 })
    expect(rates.lockout).toEqual({ points: 5, seconds: 900 })
    expect(rates.api).toEqual({ points: 1000, seconds: 3_600 })
    expect(rates['reset-address']).toEqual({ points: 2, seconds: 86_400 })
    expect(rates.login).toEqual(limitTable.login.rate)
  })

  it.each(['sign-up=10/m', 'constructor=1/m'])('name what there is instead of %s', (text) => {
    expect(() => readRates(text)).toThrow(EnvError)
    expect(() => readRates(text)).toThrow(
      /BERTH_RATE_LIMITS: there is no limit named .+; there are api, signup/,
    )
  })

  it.each(['signup', 'signup=10', 'signup=0/m', 'signup=10/w', 'signup=10/m;login=1/m', 'signup=-1/m'])(
    'are refused at the start in another form: %s',
    (text) => {
      expect(() => readEnv({ BERTH_RATE_LIMITS: text })).toThrow(/BERTH_RATE_LIMITS: must be a list/)
    },
  )
})
