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

export type TextField<P extends Presence = Presence> = Field<'text', string, P, 'contains'> & { max: number }
type Options = FieldOptions<string> & { max?: number }

/** One line of text, at most `max` (120) characters. */
export function text<const O extends Options>(options: O): TextField<PresenceOf<O>> {
  const max = options.max ?? 120
  return {
    kind: 'text',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
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
      .max(max, `At most ${max} characters.`)
      .refine((value) => !hasForbiddenCharacters(value), 'Control characters are not allowed.'),
    output: z.string(),
    normalise: trimmedText,
    toRow: (value) => value,
    toJson: storedText,
  }
}
