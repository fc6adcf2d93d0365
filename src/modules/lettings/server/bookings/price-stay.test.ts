import { describe, expect, it } from 'vitest'
import { priceStay, type StayPrice } from './price-stay.ts'

const stay = { checkIn: '2026-07-01', checkOut: '2026-07-04' }
const property = { nightlyRateCents: 9_000, currency: 'EUR' }
const longer = { ...stay, checkOut: '2026-07-06' }
/** Booked when the night cost less. */
const before: StayPrice = { nights: 3, nightlyRateCents: 8_000, currency: 'EUR', totalCents: 24_000 }
const agreed: StayPrice = { ...before, totalCents: 20_000 }

describe('a new stay', () => {
  it('costs its nights at the rate of the property', () => {
    expect(priceStay({ stay, before: null, isMoved: false, total: null }, property)).toEqual({
      ...property,
      nights: 3,
      totalCents: 27_000,
    })
  })

  it('costs what was agreed, also nothing', () => {
    for (const total of [25_000, 0])
      expect(priceStay({ stay, before: null, isMoved: false, total }, property).totalCents).toBe(total)
  })

  it('has as many nights over a change of clocks and a leap day', () => {
    const march = { checkIn: '2028-02-27', checkOut: '2028-04-01' }
    expect(priceStay({ stay: march, before: null, isMoved: false, total: null }, property).nights).toBe(34)
  })
})

describe('a stay that changes', () => {
  const change = { stay: longer, isMoved: false, total: undefined }

  it('keeps the rate it was booked at', () => {
    expect(priceStay({ ...change, before }, property)).toMatchObject({
      nights: 5,
      nightlyRateCents: 8_000,
      totalCents: 40_000,
    })
  })

  it('keeps a total that was agreed, until it is taken back', () => {
    expect(priceStay({ ...change, before: agreed }, property).totalCents).toBe(20_000)
    expect(priceStay({ ...change, before: agreed, total: null }, property).totalCents).toBe(40_000)
    expect(priceStay({ ...change, before, total: 1 }, property).totalCents).toBe(1)
  })

  it('costs what another property costs, in its currency', () => {
    const abroad = { nightlyRateCents: 10_000, currency: 'CHF' }
    expect(priceStay({ ...change, before: agreed, isMoved: true }, abroad)).toEqual({
      ...abroad,
      nights: 5,
      totalCents: 50_000,
    })
  })
})
