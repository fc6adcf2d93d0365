import { z } from 'zod'
import {
  describeField,
  inSentence,
  type Field,
  type FieldOptions,
  type PresenceOf,
  type Presence,
} from './field.ts'
import { oneOfFilter } from './filter.ts'
import { storedText, trimmedText } from './text-rules.ts'

export type SelectField<Value extends string = string, P extends Presence = Presence> = Field<
  'select',
  Value,
  P,
  'one-of'
> & { options: readonly { value: Value; label: string }[]; machine: StatusMachine<Value> | null }

/** How the value of a record may move. */
export type StatusMachine<Value extends string = string> = {
  /** what a new record may start with */
  initial: readonly Value[]
  /** where each value may go next */
  transitions: Readonly<Record<Value, readonly Value[]>>
}

/**
 * One value of a closed list. `options` maps each value to the words people see, in the order they see them.
 * With `transitions` it is a status that moves along them alone; a new record starts with the default or with
 * one of `initial`.
 */
export function select<
  const Labels extends Record<string, string>,
  const O extends FieldOptions<Extract<keyof Labels, string>>,
>(
  options: O & { options: Labels } & Partial<StatusMachine<Extract<keyof Labels, string>>>,
): SelectField<Extract<keyof Labels, string>, PresenceOf<O>> {
  type Value = Extract<keyof Labels, string>
  const values = Object.keys(options.options) as Value[]
  const missing = options.missing ?? `Choose the ${inSentence(options.label)}.`
  const value = z.enum(values, {
    error: ({ input }) =>
      input === undefined || input === null ? missing : `Choose one of: ${values.join(', ')}.`,
  }) as z.ZodType<Value>
  return {
    kind: 'select',
    ...describeField(options),
    defaultValue: options.default ?? null,
    sortable: true,
    columnType: 'text',
    filter: oneOfFilter({ value, normalise: trimmedText }),
    options: values.map((key) => ({ value: key, label: options.options[key] ?? key })),
    machine: options.transitions
      ? {
          transitions: options.transitions,
          initial: options.initial ?? (options.default === undefined ? values : [options.default]),
        }
      : null,
    value,
    output: z.enum(values),
    normalise: trimmedText,
    toRow: (chosen) => chosen,
    toJson: (stored) => storedText(stored) as Value,
  }
}
