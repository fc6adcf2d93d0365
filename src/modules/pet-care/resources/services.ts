import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { money } from '#src/resources/fields/money.ts'
import { tags } from '#src/resources/fields/tags.ts'
import { text } from '#src/resources/fields/text.ts'

const DAY_MINUTES = 1_440

/** What can be booked, how long it takes and what it costs. */
export const services = defineResource({
  name: 'services',
  singular: 'service',
  description: 'What people can book, how long it takes and what it costs.',
  icon: 'sparkles',
  fields: {
    name: text({ label: 'Name', required: true }),
    description: longText({ label: 'Description' }),
    durationMinutes: integer({
      label: 'Duration',
      required: true,
      min: 1,
      max: DAY_MINUTES,
      unit: 'minutes',
    }),
    bufferBeforeMinutes: integer({
      label: 'Time before',
      hint: 'Kept free to prepare.',
      default: 0,
      min: 0,
      max: DAY_MINUTES,
      unit: 'minutes',
    }),
    bufferAfterMinutes: integer({
      label: 'Time after',
      hint: 'Kept free to clean up.',
      default: 0,
      min: 0,
      max: DAY_MINUTES,
      unit: 'minutes',
    }),
    priceCents: money({ label: 'Price', required: true }),
    requiresVaccination: boolean({
      label: 'Vaccination needed',
      hint: 'Only pets with a valid vaccination can be booked.',
      default: false,
    }),
    requiredSkills: tags({
      label: 'Skills needed',
      hint: 'Only staff who have all of them can be booked.',
    }),
  },
  columns: ['name', 'durationMinutes', 'priceCents', 'requiresVaccination'],
  search: ['name', 'description'],
  permissions: setupRecords,
})
