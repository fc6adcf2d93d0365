import { readByClients, setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { currency } from '#src/resources/fields/currency.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { member } from '#src/resources/fields/member.ts'
import { money } from '#src/resources/fields/money.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Houses, flats and rooms that are let by the night. */
export const properties = defineResource({
  name: 'properties',
  singular: 'property',
  description: 'Houses, flats and rooms you let by the night.',
  icon: 'house',
  fields: {
    name: text({ label: 'Name', required: true }),
    address: text({ label: 'Address', required: true, max: 300 }),
    type: select({
      label: 'Type',
      required: true,
      options: {
        apartment: 'Apartment',
        house: 'House',
        cottage: 'Cottage',
        villa: 'Villa',
        studio: 'Studio',
        room: 'Room',
      },
    }),
    bedrooms: integer({ label: 'Bedrooms', default: 1, min: 0, max: 100 }),
    nightlyRateCents: money({ label: 'Nightly rate', required: true, currencyField: 'currency' }),
    currency: currency({ label: 'Currency', default: 'EUR' }),
    ownerUserId: member({
      label: 'Owner',
      hint: 'Sees this property and its bookings. Invite them to the team as client first.',
    }),
  },
  columns: ['name', 'type', 'bedrooms', 'nightlyRateCents', 'address'],
  search: ['name', 'address'],
  permissions: readByClients({ ...setupRecords, delete: ['owner', 'admin'] }),
  own: { field: 'ownerUserId' },
})
