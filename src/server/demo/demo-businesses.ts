import { suggestSubdomain } from '#src/tenancy/subdomain.ts'
import type { Industry } from '#src/tenancy/tenant.ts'

type Place = { city: string; country: string; timezone: string; currency: string }

/** A business that was never there. */
export type DemoBusiness = {
  industry: Industry
  name: string
  subdomain: string
  phone: string
  place: Place
}

const places: readonly [Place, ...Place[]] = [
  { city: 'London', country: 'United Kingdom', timezone: 'Europe/London', currency: 'GBP' },
  { city: 'Lisbon', country: 'Portugal', timezone: 'Europe/Lisbon', currency: 'EUR' },
  { city: 'Hamburg', country: 'Germany', timezone: 'Europe/Berlin', currency: 'EUR' },
  { city: 'Boston', country: 'United States', timezone: 'America/New_York', currency: 'USD' },
  { city: 'Sydney', country: 'Australia', timezone: 'Australia/Sydney', currency: 'AUD' },
]

const names: Readonly<Record<Industry, readonly string[]>> = {
  'pet-care': [
    'Tide and Tail',
    'The Wet Nose',
    'Barkside',
    'Velvet Paws',
    'Fetch and Fluff',
    'Muddy Ears',
    'Good Dog Row',
  ],
  lettings: [
    'Quayside Lets',
    'Anchor Stays',
    'Gull House',
    'Lantern Lets',
    'Saltwater Homes',
    'Pier Seven',
    'Low Tide',
  ],
  concierge: [
    'Fennel Coffee',
    'Loom and Linen',
    'Brightwick',
    'Oat and Ember',
    'Copper Kettle',
    'Marlow Bikes',
    'Plume Pens',
  ],
  overlay: [
    'Nightjar Plays',
    'Pixel Tern',
    'Late Ferry',
    'Moss Golem',
    'Two Buttons',
    'Static Fox',
    'Sunday Speedrun',
  ],
}

/**
 * The business with a number: the first one of each industry is what a demo shows, the others follow with other
 * names and places. None is made up twice.
 */
export function demoBusiness(industry: Industry, number: number): DemoBusiness {
  const known = names[industry]
  const round = Math.floor(number / known.length)
  const name = `${known[number % known.length] ?? industry}${round === 0 ? '' : ` ${round + 1}`}`
  const place = places[number % places.length] ?? places[0]
  return { industry, name, subdomain: suggestSubdomain(name), phone: '+44 20 7946 0000', place }
}
