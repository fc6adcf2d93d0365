import { z } from 'zod'
import {
  describeField,
  typeSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { oneOfFilter } from './filter.ts'
import { storedText, trimmedText } from './text-rules.ts'

const EXAMPLE = 'Choose a currency, such as EUR.'
const known = new Set(Intl.supportedValuesOf('currency'))

export type CurrencyField<P extends Presence = Presence> = Field<'currency', string, P, 'one-of'>

/** The code of a currency, ISO 4217. One that has a default is the tenant's own when none is given. */
export function currency<const O extends FieldOptions<string>>(options: O): CurrencyField<PresenceOf<O>> {
  const value = z
    .string({ error: typeSentence(options.missing ?? EXAMPLE, EXAMPLE) })
    .refine((code) => known.has(code), EXAMPLE)
  return {
    kind: 'currency',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'text',
    filter: oneOfFilter({ value, normalise }),
    value,
    output: z.string(),
    normalise,
    toRow: (code) => code,
    toJson: storedText,
  }
}

function normalise(raw: unknown): unknown {
  return trimmedText(typeof raw === 'string' ? raw.toUpperCase() : raw)
}
