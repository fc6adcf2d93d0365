import { countNights, type Stay } from '../../stay.ts'

/** What a property costs now. */
export type PropertyRate = {
  /** per night, in the smallest unit of the currency */
  nightlyRateCents: number
  /** ISO 4217 */
  currency: string
}

/** What a stay costs. */
export type StayPrice = PropertyRate & { nights: number; totalCents: number }

type Booking = {
  stay: Stay
  /** as it was booked; null for a new booking */
  before: StayPrice | null
  /** another property was chosen */
  isMoved: boolean
  /** in cents; null for what the nights cost, undefined to leave it */
  total: number | null | undefined
}

/**
 * Prices a stay. The rate is the property's on the day it was booked. The total is what the nights cost; one that was
 * agreed otherwise stays, until another property is chosen.
 */
export function priceStay({ stay, before, isMoved, total }: Booking, property: PropertyRate): StayPrice {
  const { nightlyRateCents, currency } = before === null || isMoved ? property : before
  const nights = countNights(stay)
  const totalOfNights = nights * nightlyRateCents
  const agreed = before !== null && !isMoved && isAgreed(before) ? before.totalCents : undefined
  const kept = total === undefined ? agreed : total
  return { nights, nightlyRateCents, currency, totalCents: kept ?? totalOfNights }
}

/** True for a total that is not what the nights cost. */
export function isAgreed({ nights, nightlyRateCents, totalCents }: StayPrice): boolean {
  return totalCents !== nights * nightlyRateCents
}
