import type { z } from 'zod'
import type { Filter, FilterStyle } from './filter.ts'

/**
 * - `required`: must be given and is never empty
 * - `defaulted`: has a value when none is given, and is never empty
 * - `optional`: may be empty, which is `null` in answers
 * - `computed`: never given but filled in by the server, and never empty
 * - `computed-optional`: the same, but may be empty
 */
export type Presence = 'required' | 'defaulted' | 'optional' | 'computed' | 'computed-optional'

/**
 * One field of a resource: how its value is checked, stored, answered, filtered and shown. Each kind has its
 * own file; a kind adds what its inputs and cells need to know (`max`, `options`, `unit`, ...).
 */
export type Field<
  Kind extends string,
  Value,
  P extends Presence = Presence,
  Style extends FilterStyle = FilterStyle,
> = {
  kind: Kind
  label: string
  hint: string | null
  presence: P
  defaultValue: Value | null
  /** kept out of generic forms and tables; programs may still use it */
  hidden: boolean
  /** its values are kept out of the audit log */
  secret: boolean
  sortable: boolean
  /** the PostgreSQL type of its column, as `format_type` prints it */
  columnType: string
  filter: Filter<Style>
  /** checks a value that is there, after `normalise` */
  value: z.ZodType<Value>
  /** the shape of the value in answers */
  output: z.ZodType<Value>
  /** brings what people type into the form `value` expects; empty input becomes null */
  normalise(raw: unknown): unknown
  /** the value as the Prisma client stores it */
  toRow(value: Value): unknown
  /** the value as JSON, from what the Prisma client read */
  toJson(stored: unknown): Value
}

/** What every kind accepts in a declaration. Without `required` or `default` a field is optional. */
export type FieldOptions<Value> = {
  label: string
  hint?: string
  required?: true
  /** filled in by the server alone; with `required` it is never empty */
  computed?: true
  default?: Value
  hidden?: boolean
  secret?: boolean
  /** the sentence shown when a required value is missing */
  missing?: string
}

export type PresenceOf<Options> = Options extends { computed: true }
  ? Options extends { required: true }
    ? 'computed'
    : 'computed-optional'
  : Options extends { required: true }
    ? 'required'
    : Options extends { default: string | number | boolean | object }
      ? 'defaulted'
      : 'optional'

/** The parts of a field that follow from its options alone. */
export function describeField<const Options extends FieldOptions<unknown>>(options: Options) {
  return {
    label: options.label,
    hint: options.hint ?? null,
    presence: presenceOf(options) as PresenceOf<Options>,
    hidden: options.hidden ?? false,
    secret: options.secret ?? false,
  }
}

function presenceOf({ computed, required, ...options }: FieldOptions<unknown>): Presence {
  if (computed) return required ? 'computed' : 'computed-optional'
  if (required) return 'required'
  return options.default === undefined ? 'optional' : 'defaulted'
}

/** True for a field that people fill in; the others the server does. */
export function isGiven({ presence }: { presence: Presence }): boolean {
  return presence !== 'computed' && presence !== 'computed-optional'
}

/** True for a field whose value may be missing in a stored record. */
export function mayBeEmpty({ presence }: { presence: Presence }): boolean {
  return presence === 'optional' || presence === 'computed-optional'
}

/** The words for a missing value, and for one of the wrong type. */
export function typeSentence(missing: string, wrong: string) {
  return ({ input }: { input?: unknown }) => (input === undefined || input === null ? missing : wrong)
}

/** A label inside a sentence: its first letter small, unless it is an abbreviation. */
export function inSentence(label: string): string {
  return /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
