import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** What viewers have bought and not used yet. */
export const powerupInventory = defineResource({
  name: 'powerup-inventory',
  singular: 'inventory entry',
  plural: 'inventory entries',
  title: 'Inventory',
  model: 'powerupInventory',
  description: 'What viewers have bought and not used yet.',
  icon: 'backpack',
  fields: {
    viewerId: reference({ label: 'Viewer', to: 'viewers', required: true }),
    powerupId: reference({ label: 'Powerup', to: 'powerups', required: true }),
    quantity: integer({ label: 'Quantity', required: true, min: 0, max: 1_000_000 }),
  },
  columns: ['viewerId', 'powerupId', 'quantity'],
  search: ['viewerId', 'powerupId'],
  permissions: readOnlyRecords,
})
