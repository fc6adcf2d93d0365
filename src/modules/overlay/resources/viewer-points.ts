import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** What each viewer has: the balances of the ledger of points. */
export const viewerPoints = defineResource({
  name: 'viewer-points',
  singular: 'balance',
  plural: 'balances',
  title: 'Balances',
  model: 'viewerPoints',
  description: 'What each viewer has collected and can spend.',
  icon: 'coins',
  fields: {
    viewerId: reference({ label: 'Viewer', to: 'viewers', required: true }),
    channelPoints: integer({ label: 'Points', default: 0 }),
    earnedPoints: integer({ label: 'Earned in all', default: 0 }),
    dropPoints: integer({ label: 'Drop points', default: 0 }),
    totalDrops: integer({ label: 'Drops', default: 0 }),
  },
  columns: ['viewerId', 'channelPoints', 'earnedPoints', 'dropPoints', 'totalDrops'],
  sort: { by: 'channelPoints', order: 'desc' },
  permissions: readOnlyRecords,
})
