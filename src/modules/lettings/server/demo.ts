import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { DemoBuilder, DemoContext } from '#src/resources/server/demo.ts'
import { addDays, countNights } from '../stay.ts'

const houses = [
  {
    name: 'Harbour Loft',
    address: '4 Quay Street',
    type: 'apartment',
    bedrooms: 2,
    nightlyRateCents: 14_500,
  },
  {
    name: 'Net Maker’s Cottage',
    address: '11 Shore Road',
    type: 'cottage',
    bedrooms: 3,
    nightlyRateCents: 18_900,
  },
  {
    name: 'Lighthouse Studio',
    address: '2 Beacon Hill',
    type: 'studio',
    bedrooms: 1,
    nightlyRateCents: 9_800,
  },
  { name: 'Dune House', address: '27 Marram Lane', type: 'house', bedrooms: 4, nightlyRateCents: 26_000 },
  { name: 'Garden Room', address: '4b Quay Street', type: 'room', bedrooms: 1, nightlyRateCents: 6_900 },
] as const

const guests = [
  ...['Nora Lindqvist', 'Peter Okafor', 'Sofia Marino', 'Jan de Vries', 'Amelie Rousseau', 'Tom Whitfield'],
  ...['Ingrid Solberg', 'Rafael Costa', 'Hannah Weiss', 'Yuki Tanaka', 'Liam Gallagher', 'Eva Novak'],
  ...['Carlos Mendes', 'Greta Thiel', 'Samir Haddad', 'Olivia Byrne', 'Mateo Ruiz', 'Ruth Adler'],
] as const

const notes = ['Late arrival, key in the box', 'Travels with a small dog', 'Needs a cot', 'Asked for parking']

/** A week back and a week ahead, and some who planned earlier. */
const FIRST_DAY = -9
const LAST_DAY = 24

/** Properties of an agency, some of a person who may look at them, with guests who came, are there and will come. */
export const lettingsDemo: DemoBuilder = async (demo) => {
  const owner = demo.people.find(({ role }) => role === 'client')
  const today = dayOf(demo)
  let next = 0
  for (const [index, house] of houses.entries()) {
    const property = await demo.create('properties', {
      ...house,
      currency: demo.currency,
      ownerUserId: index < 2 ? (owner?.id ?? null) : null,
    })
    let day = FIRST_DAY + Math.floor(demo.random() * 3)
    while (day < LAST_DAY) {
      const length = 2 + Math.floor(demo.random() * 5)
      await addStay(demo, {
        property,
        guest: guests[next % guests.length] ?? '',
        from: addDays(today, day),
        length,
        today,
      })
      next += 1
      // Often the next guest comes the day one leaves.
      day += length + Math.floor(demo.random() * 4)
    }
  }
}

type PlannedStay = { property: AnyRecord; guest: string; from: string; length: number; today: string }

async function addStay(
  demo: DemoContext,
  { property, guest, from, length, today }: PlannedStay,
): Promise<void> {
  const stay = { checkIn: from, checkOut: addDays(from, length) }
  const booking = await demo.create('bookings', {
    ...stay,
    propertyId: property.id,
    guestName: guest,
    guestEmail: `${guest.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`,
    guests: 1 + Math.floor(demo.random() * 4),
    notes: demo.random() < 0.3 ? (notes[Math.floor(demo.random() * notes.length)] ?? null) : null,
    // Who has just asked is still to be confirmed.
    status: countNights({ checkIn: today, checkOut: from }) > 10 ? 'pending' : 'confirmed',
  })
  if (from < today) await demo.update('bookings', booking.id, { status: 'checked_in' })
  if (stay.checkOut < today) await demo.update('bookings', booking.id, { status: 'checked_out' })
}

/** The day it is in the tenant's time zone. */
function dayOf({ now, timeZone }: DemoContext): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
