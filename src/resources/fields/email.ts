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

/** RFC 5321 leaves 254 characters for an address. */
const MAX_LENGTH = 254
const EXAMPLE = 'Enter an e-mail address, such as you@example.com.'

export type EmailField<P extends Presence = Presence> = Field<'email', string, P, 'contains'> & {
  max: number
}

/** An e-mail address, kept in lower case. */
export function email<const O extends FieldOptions<string>>(options: O): EmailField<PresenceOf<O>> {
  return {
    kind: 'email',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'text',
    filter: containsFilter,
    max: MAX_LENGTH,
    value: z
      .email({ error: typeSentence(options.missing ?? EXAMPLE, EXAMPLE) })
      .max(MAX_LENGTH, `At most ${MAX_LENGTH} characters.`),
    output: z.string(),
    normalise: (raw) => trimmedText(typeof raw === 'string' ? raw.toLowerCase() : raw),
    toRow: (value) => value,
    toJson: storedText,
  }
}
