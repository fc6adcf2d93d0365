import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { text } from '#src/resources/fields/text.ts'
import { isJsonObject } from './is-json-object.ts'

/** What viewers can buy for points. */
export const powerups = defineResource({
  name: 'powerups',
  singular: 'powerup',
  description: 'What viewers can buy for their points.',
  icon: 'zap',
  table: 'powerup_config',
  fields: {
    name: text({ label: 'Name', required: true, max: 60 }),
    key: text({ label: 'Key', required: true, max: 40, hint: 'What programs call it, such as shield.' }),
    description: text({ label: 'Description', max: 300 }),
    cost: integer({ label: 'Cost', required: true, min: 0, max: 1_000_000_000, unit: 'points' }),
    emoji: text({ label: 'Emoji', max: 16 }),
    effect: text({ label: 'Effect', max: 60 }),
    variables: longText({ label: 'Variables', max: 4000, hint: 'For programs, as JSON: { "radius": 3 }' }),
    enabled: boolean({ label: 'On sale', default: true }),
    stock: integer({ label: 'In stock', min: 0, max: 1_000_000, hint: 'Empty: there is no end of them.' }),
  },
  columns: ['name', 'emoji', 'cost', 'stock', 'enabled'],
  search: ['name', 'key', 'description'],
  unique: {
    powerup_config_key_key: { field: 'key', sentence: 'Another powerup already has this key.' },
  },
  rules: [
    {
      field: 'variables',
      sentence: 'Enter a JSON object, such as { "radius": 3 }.',
      holds: ({ variables }) => variables === null || isJsonObject(variables),
    },
  ],
  permissions: setupRecords,
})
