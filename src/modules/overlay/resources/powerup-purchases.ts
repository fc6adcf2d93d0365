import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** Who bought what, and for how much. */
export const powerupPurchases = defineResource({
  name: 'powerup-purchases',
  singular: 'purchase',
  title: 'Purchases',
  plural: 'purchases',
  model: 'powerupPurchase',
  description: 'Who bought what, and for how many points.',
  icon: 'shopping-bag',
  fields: {
    viewerId: reference({ label: 'Viewer', to: 'viewers', required: true }),
    powerupId: reference({ label: 'Powerup', to: 'powerups', required: true }),
    quantity: integer({ label: 'Quantity', required: true, min: 1, max: 1000 }),
    cost: integer({ label: 'Cost', required: true, min: 0, unit: 'points' }),
  },
  columns: ['viewerId', 'powerupId', 'quantity', 'cost'],
  search: ['viewerId', 'powerupId'],
  sort: { by: 'createdAt', order: 'desc' },
  permissions: readOnlyRecords,
})
