import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { text } from '#src/resources/fields/text.ts'
import { readOnlyRecords } from './read-only-records.ts'

/** Drops viewers made, with their scores. */
export const dropHistory = defineResource({
  name: 'drop-history',
  singular: 'drop',
  plural: 'drops',
  title: 'Drops',
  model: 'dropRecord',
  description: 'Drops your viewers made, with their scores.',
  icon: 'package-open',
  fields: {
    viewerId: reference({ label: 'Viewer', to: 'viewers', required: true }),
    score: integer({ label: 'Score', required: true, min: 0, max: 1_000_000 }),
    isPerfect: boolean({ label: 'Perfect', default: false }),
    powerupUsed: text({ label: 'Powerup used', max: 40 }),
  },
  columns: ['viewerId', 'score', 'isPerfect', 'powerupUsed'],
  sort: { by: 'createdAt', order: 'desc' },
  permissions: readOnlyRecords,
})
