import { z } from 'zod'
import {
  describeField,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { containsFilter } from './filter.ts'
import { storedText, trimmedText } from './text-rules.ts'

const MAX_LENGTH = 30
const EXAMPLE = 'Enter a phone number, such as +44 20 7946 0000.'

export type PhoneField<P extends Presence = Presence> = Field<'phone', string, P, 'contains'> & {
  max: number
}

/** A phone number as people write it: digits with spaces and signs between, kept as typed. */
export function phone<const O extends FieldOptions<string>>(options: O): PhoneField<PresenceOf<O>> {
  return {
    kind: 'phone',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'text',
    filter: containsFilter,
    max: MAX_LENGTH,
    value: z
      .string({ error: typeSentence(options.missing ?? EXAMPLE, EXAMPLE) })
      .max(MAX_LENGTH, `At most ${MAX_LENGTH} characters.`)
      .regex(/^\+?(?:[ ()./-]*[0-9]){5,}[ ()./-]*$/, EXAMPLE),
    output: z.string(),
    normalise: trimmedText,
    toRow: (value) => value,
    toJson: storedText,
  }
}
