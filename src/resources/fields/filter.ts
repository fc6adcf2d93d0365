import { z } from 'zod'
import { hasForbiddenCharacters } from './text-rules.ts'

/**
 * How a list can be narrowed by a field:
 * - `contains`: part of a text, upper and lower case alike
 * - `one-of`: one value or several
 * - `range`: a value, or from and to (both included)
 * - `equals`: one value
 * - `has`: one of the tags
 */
export type FilterStyle = 'contains' | 'one-of' | 'range' | 'equals' | 'has' | 'none'

/** What a parameter asks of the stored value. */
export type FilterTest = 'contains' | 'one-of' | 'equals' | 'from' | 'to' | 'has'

/** Query parameters of a field and the test that each stands for. */
export type Filter<Style extends FilterStyle = FilterStyle> = {
  style: Style
  parameters: readonly FilterParameter[]
}

export type FilterParameter = {
  /** appended to the name of the field: '', 'From' or 'To' */
  suffix: '' | 'From' | 'To'
  schema: z.ZodType
  test: FilterTest
}

/** An empty parameter, as forms send it, means no filter. */
function orAbsent(schema: z.ZodType, normalise: (raw: unknown) => unknown = (raw) => raw): z.ZodType {
  return z.preprocess((raw) => (isEmpty(raw) ? undefined : normalise(raw)), schema.optional()).optional()
}

function isEmpty(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
}

/** A word to look for in texts. */
export const searchText = z
  .string('This must be text.')
  .trim()
  .max(200, 'At most 200 characters.')
  .refine((text) => !hasForbiddenCharacters(text), 'Control characters are not allowed.')

export const noFilter: Filter<'none'> = { style: 'none', parameters: [] }

export const containsFilter: Filter<'contains'> = {
  style: 'contains',
  parameters: [{ suffix: '', schema: orAbsent(searchText), test: 'contains' }],
}

export const hasFilter: Filter<'has'> = {
  style: 'has',
  parameters: [{ suffix: '', schema: orAbsent(searchText), test: 'has' }],
}

type Comparison<Value> = {
  value: z.ZodType<Value>
  normalise: (raw: unknown) => unknown
}

/** One exact value. */
export function equalsFilter<Value>({ value, normalise }: Comparison<Value>): Filter<'equals'> {
  const schema = orAbsent(value, normalise)
  return {
    style: 'equals',
    parameters: [{ suffix: '', schema, test: 'equals' }],
  }
}

/** One value or several: repeated, or separated by commas. */
export function oneOfFilter<Value>({ value, normalise }: Comparison<Value>): Filter<'one-of'> {
  const schema = orAbsent(z.array(value).min(1).max(50, 'At most 50 values.'), (raw) =>
    (typeof raw === 'string' ? raw.split(',') : [raw].flat()).map((part) => normalise(part)),
  )
  return {
    style: 'one-of',
    parameters: [{ suffix: '', schema, test: 'one-of' }],
  }
}

/** One exact value, or a range with both ends included. */
export function rangeFilter<Value>(comparison: Comparison<Value>): Filter<'range'> {
  const schema = orAbsent(comparison.value, (raw) => comparison.normalise(raw))
  return {
    style: 'range',
    parameters: [
      { suffix: '', schema, test: 'equals' },
      { suffix: 'From', schema, test: 'from' },
      { suffix: 'To', schema, test: 'to' },
    ],
  }
}
