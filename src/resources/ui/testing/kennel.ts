import { defineModule } from '../../define-module.ts'
import { defineResource } from '../../define-resource.ts'
import { availability } from '../../fields/availability.ts'
import { boolean } from '../../fields/boolean.ts'
import { currency } from '../../fields/currency.ts'
import { date } from '../../fields/date.ts'
import { decimal } from '../../fields/decimal.ts'
import { integer } from '../../fields/integer.ts'
import { longText } from '../../fields/long-text.ts'
import { money } from '../../fields/money.ts'
import { phone } from '../../fields/phone.ts'
import { reference } from '../../fields/reference.ts'
import { select } from '../../fields/select.ts'
import { tags } from '../../fields/tags.ts'
import { text } from '../../fields/text.ts'
import type { AnyRecord } from '../../procedure-path.ts'

export const keepers = defineResource({
  name: 'keepers',
  singular: 'keeper',
  description: 'People.',
  icon: 'users',
  fields: {
    name: text({ label: 'Name', required: true }),
    phone: phone({ label: 'Phone' }),
    hours: availability({ label: 'Hours' }),
    secret: text({ label: 'Secret', hidden: true }),
  },
  columns: ['name', 'phone'],
})

/** One field of nearly every kind. */
export const dogs = defineResource({
  name: 'dogs',
  singular: 'dog',
  description: 'Dogs.',
  icon: 'paw-print',
  fields: {
    name: text({ label: 'Name', required: true }),
    keeperId: reference({ label: 'Keeper', to: 'keepers', required: true }),
    size: select({ label: 'Size', required: true, options: { small: 'Small', large: 'Large' } }),
    born: date({ label: 'Born' }),
    weight: decimal({ label: 'Weight', precision: 6, scale: 2, unit: 'kg' }),
    walkMinutes: integer({ label: 'Walk', default: 30, unit: 'minutes' }),
    isCalm: boolean({ label: 'Calm', default: false }),
    isChipped: boolean({ label: 'Chipped' }),
    feeCents: money({ label: 'Fee', required: true, currencyField: 'currency' }),
    currency: currency({ label: 'Currency', default: 'EUR' }),
    tricks: tags({ label: 'Tricks' }),
    notes: longText({ label: 'Notes' }),
  },
  columns: ['name', 'keeperId', 'weight', 'feeCents'],
})

export const kennel = defineModule({
  id: 'kennel',
  industry: 'pet-care',
  title: 'Kennel',
  description: 'Dogs and their keepers.',
  icon: 'paw-print',
  resources: [dogs, keepers],
})

export const rex: AnyRecord = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Rex',
  keeperId: '01890000-0000-7000-8000-00000000000a',
  keeper: { id: '01890000-0000-7000-8000-00000000000a', label: 'Bella "Bee" Smith' },
  size: 'large',
  born: '2020-05-31',
  weight: 31.5,
  walkMinutes: 45,
  isCalm: true,
  isChipped: null,
  feeCents: 123_456,
  currency: 'GBP',
  tricks: ['sit', 'roll'],
  notes: null,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-02-03T04:05:06.000Z',
}
