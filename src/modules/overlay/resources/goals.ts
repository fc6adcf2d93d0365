import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** What the stream is collecting for. */
export const goals = defineResource({
  name: 'goals',
  singular: 'goal',
  description: 'What your stream is collecting for, and how far it is.',
  icon: 'target',
  fields: {
    label: text({ label: 'Label', required: true }),
    currentValue: integer({ label: 'Now', default: 0, min: 0 }),
    targetValue: integer({ label: 'Target', required: true, min: 1 }),
    progress: select({
      label: 'Moved by',
      hint: 'Amounts of tips count whole units of your currency.',
      default: 'manual',
      options: {
        manual: 'Hand',
        'tip-amount': 'Tips, their amount',
        'tip-count': 'Tips, how many',
        drops: 'Drops',
      },
    }),
    enabled: boolean({ label: 'Shown', default: true }),
  },
  columns: ['label', 'currentValue', 'targetValue', 'progress', 'enabled'],
})
