import { z } from 'zod'
import {
  describeField,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { equalsFilter } from './filter.ts'
import { trimmedText } from './text-rules.ts'

export type BooleanField<P extends Presence = Presence> = Field<'boolean', boolean, P, 'equals'>

/** Yes or no. */
export function boolean<const O extends FieldOptions<boolean>>(options: O): BooleanField<PresenceOf<O>> {
  const sentence = options.missing ?? 'Choose yes or no.'
  const value = z.boolean({ error: typeSentence(sentence, sentence) })
  return {
    kind: 'boolean',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'boolean',
    filter: equalsFilter({ value, normalise }),
    value,
    output: z.boolean(),
    normalise,
    toRow: (choice) => choice,
    toJson: (stored) => stored === true,
  }
}

/** Query strings and form posts spell the two values out. */
function normalise(raw: unknown): unknown {
  const text = trimmedText(raw)
  return text === 'true' ? true : text === 'false' ? false : text
}
