import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { money } from '#src/resources/fields/money.ts'
import { text } from '#src/resources/fields/text.ts'

/** Appointments sold together, paid ahead. */
export const packages = defineResource({
  name: 'packages',
  singular: 'package',
  description: 'Appointments sold together and paid ahead.',
  icon: 'package',
  fields: {
    name: text({ label: 'Name', required: true }),
    credits: integer({
      label: 'Credits',
      hint: 'One pays for one appointment.',
      required: true,
      min: 1,
      max: 1_000,
    }),
    priceCents: money({ label: 'Price', required: true }),
    expiryDays: integer({
      label: 'Valid for',
      hint: 'From the day it is bought; empty for good.',
      min: 1,
      max: 3_650,
      unit: 'days',
    }),
  },
  columns: ['name', 'credits', 'priceCents', 'expiryDays'],
  permissions: setupRecords,
  firstStep: false,
})
