import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { currency } from '#src/resources/fields/currency.ts'
import { date } from '#src/resources/fields/date.ts'
import { email } from '#src/resources/fields/email.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { money } from '#src/resources/fields/money.ts'
import { phone } from '#src/resources/fields/phone.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Stays of guests; the night of the check-out day is free again. */
export const bookings = defineResource({
  name: 'bookings',
  singular: 'booking',
  description: 'Who stays where, and when.',
  icon: 'calendar-check',
  fields: {
    propertyId: reference({ label: 'Property', to: 'properties', required: true }),
    guestName: text({ label: 'Guest', required: true }),
    guestEmail: email({ label: 'E-mail of the guest' }),
    guestPhone: phone({ label: 'Phone of the guest' }),
    checkIn: date({ label: 'Check-in', required: true }),
    checkOut: date({ label: 'Check-out', required: true }),
    guests: integer({ label: 'Guests', default: 1, min: 1, max: 100 }),
    nights: integer({ label: 'Nights', required: true, computed: true, min: 1 }),
    nightlyRateCents: money({
      label: 'Nightly rate',
      required: true,
      computed: true,
      currencyField: 'currency',
      hint: 'Of the property, on the day it was booked.',
    }),
    totalCents: money({
      label: 'Total',
      currencyField: 'currency',
      currencyFrom: 'propertyId',
      hint: 'Nights times the nightly rate, unless something else is agreed.',
    }),
    currency: currency({ label: 'Currency', required: true, computed: true }),
    status: select({
      label: 'Status',
      default: 'pending',
      initial: ['pending', 'confirmed', 'checked_in'],
      options: {
        pending: 'Pending',
        confirmed: 'Confirmed',
        checked_in: 'Checked in',
        checked_out: 'Checked out',
        cancelled: 'Cancelled',
      },
      transitions: {
        pending: ['confirmed', 'checked_in', 'cancelled'],
        confirmed: ['checked_in', 'cancelled'],
        checked_in: ['checked_out'],
        checked_out: [],
        cancelled: [],
      },
    }),
    notes: longText({ label: 'Notes' }),
  },
  labelField: 'guestName',
  columns: ['guestName', 'propertyId', 'checkIn', 'checkOut', 'guests', 'totalCents', 'status'],
  search: ['guestName', 'guestEmail', 'guestPhone', 'propertyId'],
  sort: { by: 'checkIn', order: 'desc' },
  rules: [
    {
      field: 'checkOut',
      sentence: 'The check-out must be after the check-in.',
      holds: ({ checkIn, checkOut }) => checkIn < checkOut,
    },
  ],
  permissions: readByClients(dailyRecords),
  own: { through: 'propertyId' },
})
