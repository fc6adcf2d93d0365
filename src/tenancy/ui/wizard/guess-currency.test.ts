import { describe, expect, it } from 'vitest'
import { preferencesStep } from '../../sign-up.ts'
import { currenciesInUse } from './currency-regions.ts'
import { guessCurrency } from './guess-currency.ts'
import { listCurrencies, listTimezones } from '../preference-choices.ts'

describe('guessCurrency', () => {
  it.each([
    ['Europe/Berlin', ['en-US'], 'EUR'],
    ['Europe/London', ['de-DE'], 'GBP'],
    ['Europe/Zurich', ['en-US'], 'CHF'],
    ['America/Los_Angeles', ['es-MX'], 'USD'],
    ['America/Argentina/Buenos_Aires', ['es'], 'ARS'],
    ['Australia/Perth', ['en-GB'], 'AUD'],
    ['Asia/Kathmandu', ['ne-NP', 'en'], 'NPR'],
    ['UTC', ['sv'], 'SEK'],
    ['UTC', ['not a tag', 'ja'], 'JPY'],
    ['', [], 'EUR'],
  ])('%s, %j: %s', (timezone, languages, currency) => {
    expect(guessCurrency(timezone, languages)).toBe(currency)
  })

  it('offers no code twice, and only those the server takes', () => {
    expect(new Set(currenciesInUse).size).toBe(currenciesInUse.length)
    const offered = listCurrencies().map(({ value }) => value)
    expect(offered).toContain('EUR')
    const refused = offered.filter((currency) => !preferencesStep.safeParse({ currency }).success)
    expect(refused).toEqual([])
  })
})

describe('listTimezones', () => {
  it('has every zone once, UTC and an older name among them', () => {
    const zones = listTimezones('Asia/Calcutta').map(({ value }) => value)
    expect(zones).toContain('UTC')
    expect(zones).toContain('Asia/Calcutta')
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones.filter((timezone) => !preferencesStep.safeParse({ timezone }).success)).toEqual([])
  })

  it('writes names for people', () => {
    expect(listTimezones('').find(({ value }) => value === 'America/New_York')?.label).toBe(
      'America / New York',
    )
  })
})
