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

export type MemberField<P extends Presence = Presence> = Field<'member', string, P, 'one-of'> & {
  sortable: false
}

/** The id of a person who can sign in to the workspace. */
export function member<const O extends FieldOptions<string>>(options: O): MemberField<PresenceOf<O>> {
  const missing = options.missing ?? `Choose the ${inSentence(options.label)}.`
  const value = z.guid({ error: typeSentence(missing, 'Choose a person of your team.') })
  return {
    kind: 'member',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: false,
    columnType: 'uuid',
    filter: oneOfFilter({ value, normalise }),
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
