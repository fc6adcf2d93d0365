import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { text } from '#src/resources/fields/text.ts'

/** Values that programs around the stream share. */
export const overlaySettings = defineResource({
  name: 'overlay-settings',
  singular: 'setting',
  plural: 'settings',
  title: 'Bot settings',
  model: 'overlaySetting',
  description: 'Values that the programs around your stream share, by key.',
  icon: 'sliders-horizontal',
  fields: {
    key: text({ label: 'Key', required: true, max: 60 }),
    value: longText({ label: 'Value', max: 2000 }),
    description: text({ label: 'Description', max: 300 }),
  },
  columns: ['key', 'value', 'description'],
  search: ['key', 'description'],
  unique: {
    overlay_settings_key_key: { field: 'key', sentence: 'Another setting already has this key.' },
  },
  permissions: setupRecords,
  firstStep: false,
})
