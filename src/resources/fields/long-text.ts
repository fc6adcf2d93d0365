import { z } from 'zod'
import {
  describeField,
  inSentence,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { containsFilter } from './filter.ts'
import { hasForbiddenCharacters, storedText, trimmedText } from './text-rules.ts'

export type LongTextField<P extends Presence = Presence> = Field<'long-text', string, P, 'contains'> & {
  sortable: false
  max: number
}
type Options = FieldOptions<string> & { max?: number }

/** Text of several lines, at most `max` (4,000) characters. */
export function longText<const O extends Options>(options: O): LongTextField<PresenceOf<O>> {
  const max = options.max ?? 4_000
  return {
    kind: 'long-text',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: false,
    columnType: 'text',
    filter: containsFilter,
    max,
    value: z
      .string({
        error: typeSentence(
          options.missing ?? `Enter the ${inSentence(options.label)}.`,
          'This must be text.',
        ),
      })
      .min(1)
      .max(max, `At most ${max.toLocaleString('en')} characters.`)
      .refine(
        (value) => !hasForbiddenCharacters(value, { lines: true }),
        'Control characters are not allowed.',
      ),
    output: z.string(),
    normalise: (raw) => trimmedText(typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n') : raw),
    toRow: (value) => value,
    toJson: storedText,
  }
}
