import { defineResource } from '#src/resources/define-resource.ts'
import { text } from '#src/resources/fields/text.ts'

/** People who watch the stream. */
export const viewers = defineResource({
  name: 'viewers',
  singular: 'viewer',
  description: 'People who watch your stream.',
  icon: 'eye',
  fields: {
    username: text({ label: 'User name', required: true, max: 60 }),
    voice: text({ label: 'Voice', max: 60, hint: 'The voice that reads their messages.' }),
    dropImage: text({ label: 'Drop image', max: 500 }),
    country: text({ label: 'Country', max: 80 }),
  },
  columns: ['username', 'country', 'voice'],
  unique: {
    viewers_username_key: { field: 'username', sentence: 'Another viewer already has this name.' },
  },
})
