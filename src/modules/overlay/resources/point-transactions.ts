import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'
import { pointSources } from '../point-source.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** Every point that came or went: the entries of the ledger of points. */
export const pointTransactions = defineResource({
  name: 'point-transactions',
  singular: 'point transaction',
  description: 'Every point that came or went, and why.',
  icon: 'arrow-left-right',
  fields: {
    viewerId: reference({ label: 'Viewer', to: 'viewers', required: true }),
    amount: integer({ label: 'Amount', required: true }),
    balanceAfter: integer({ label: 'Left', required: true }),
    source: select({ label: 'Source', required: true, options: pointSources }),
    description: text({ label: 'Description', max: 300 }),
  },
  columns: ['viewerId', 'amount', 'balanceAfter', 'source', 'description'],
  search: ['viewerId', 'description'],
  sort: { by: 'createdAt', order: 'desc' },
  permissions: readOnlyRecords,
})
