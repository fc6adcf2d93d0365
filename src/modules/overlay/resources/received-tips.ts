import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { currency } from '#src/resources/fields/currency.ts'
import { money } from '#src/resources/fields/money.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { text } from '#src/resources/fields/text.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** Money that people gave while the stream was on. */
export const receivedTips = defineResource({
  name: 'received-tips',
  singular: 'received tip',
  title: 'Tips received',
  description: 'Money that people gave your stream.',
  icon: 'hand-coins',
  fields: {
    fromName: text({ label: 'From', required: true, max: 60 }),
    viewerId: reference({ label: 'Viewer', to: 'viewers' }),
    amountCents: money({ label: 'Amount', required: true, min: 1, currencyField: 'currency' }),
    currency: currency({ label: 'Currency', required: true }),
    message: text({ label: 'Message', max: 300 }),
    externalId: text({ label: 'Number at the provider', max: 120, hidden: true }),
    isTest: boolean({ label: 'Test', default: false }),
  },
  columns: ['fromName', 'amountCents', 'message', 'isTest'],
  search: ['fromName', 'message'],
  sort: { by: 'createdAt', order: 'desc' },
  permissions: readOnlyRecords,
})
