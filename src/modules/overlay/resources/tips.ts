import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { text } from '#src/resources/fields/text.ts'

/** Short texts that the overlay shows in turn. */
export const tips = defineResource({
  name: 'tips',
  singular: 'tip',
  description: 'Short texts your overlay shows in turn.',
  icon: 'lightbulb',
  fields: {
    content: text({ label: 'Text', required: true, max: 300 }),
    sortOrder: integer({ label: 'Position', default: 0, min: 0, max: 10_000 }),
    enabled: boolean({ label: 'Shown', default: true }),
  },
  columns: ['content', 'sortOrder', 'enabled'],
  sort: { by: 'sortOrder', order: 'asc' },
  firstStep: false,
})
