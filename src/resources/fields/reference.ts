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
import { oneOfFilter } from './filter.ts'
import { storedText, trimmedText } from './text-rules.ts'

/** A record that another one points to, with the words to show for it. */
export const recordReference = z.object({ id: z.uuid(), label: z.string() })
export type RecordReference = z.infer<typeof recordReference>

export type ReferenceField<P extends Presence = Presence> = Field<'reference', string, P, 'one-of'> & {
  /** name of the resource it points to, in the same module */
  to: string
}
type Options = FieldOptions<string> & { to: string }

/**
 * The id of a record of another resource of the same module. The name of the field ends in `Id`; answers carry
 * `{ id, label }` of that record beside it, under the name without the ending.
 */
export function reference<const O extends Options>(options: O): ReferenceField<PresenceOf<O>> {
  const missing = options.missing ?? `Choose the ${inSentence(options.label)}.`
  const value = z.guid({ error: typeSentence(missing, 'Choose one from the list.') })
  return {
    kind: 'reference',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'uuid',
    filter: oneOfFilter({ value, normalise }),
    to: options.to,
    value,
    output: z.guid(),
    normalise,
    toRow: (id) => id,
    toJson: storedText,
  }
}

function normalise(raw: unknown): unknown {
  return trimmedText(typeof raw === 'string' ? raw.toLowerCase() : raw)
}
