import { z } from 'zod'
import { pageInput, type Page } from '#src/shared/pagination.ts'
import type { Resource } from './define-resource.ts'
import type { AnyField, Fields } from './fields/any-field.ts'
import { isGiven, mayBeEmpty } from './fields/field.ts'
import { searchText } from './fields/filter.ts'
import { recordReference } from './fields/reference.ts'
import { referenceKey } from './naming.ts'
import type { AnyRecord } from './procedure-path.ts'
import type {
  CreateInput,
  ListInput,
  RecordAddress,
  RecordOutput,
  ReplaceInput,
  UpdateInput,
} from './record-types.ts'

type Shape = Record<string, z.ZodType>
/** Values of a record by field, as the engines handle them. */
type Values = Record<string, unknown>

/** The types follow from the declaration where the schemas are built from it: the one place that says so. */
function typed<Output, Input>(schema: z.ZodType): z.ZodType<Output, Input> {
  return schema as z.ZodType<Output, Input>
}

/** A checked list input. */
export type ListQuery = {
  page: number
  limit: number
  q?: string | undefined
  sortBy?: string | undefined
  order?: 'asc' | 'desc' | undefined
} & Values

/**
 * Every input is wrapped in a normalising step. That also keeps the REST layer, which turns on coercion for
 * plain numbers and booleans, from reading `null` as 0 and `"false"` as true.
 */
function inputOf(field: AnyField): z.ZodType {
  const described = { description: field.hint ?? field.label }
  switch (field.presence) {
    case 'required':
      return z.preprocess((raw) => field.normalise(raw), field.value.meta(described))
    case 'defaulted':
      return z
        .preprocess((raw) => field.normalise(raw) ?? field.defaultValue, field.value.meta(described))
        .optional()
    case 'optional':
      return z.preprocess((raw) => field.normalise(raw), field.value.nullable().meta(described)).optional()
    case 'computed':
    case 'computed-optional':
      throw new Error(`${field.label} is computed, so it is no input.`)
  }
}

/** What people fill in of a record. */
function inputShape(fields: Fields, build: (field: AnyField) => z.ZodType): Shape {
  return shapeOf(Object.fromEntries(Object.entries(fields).filter(([, field]) => isGiven(field))), build)
}

function shapeOf(fields: Fields, build: (field: AnyField) => z.ZodType): Shape {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, build(field)]))
}

/** A malformed id addresses nothing, which the service answers; so any text passes here. */
const addressShape = {
  id: z.string().meta({ description: 'Id of the record', format: 'uuid' }),
  updatedAt: z
    .preprocess(
      (raw) => (raw === null || raw === '' ? undefined : raw),
      z.iso
        .datetime({ offset: true, error: 'Send the time exactly as it was answered.' })
        .optional()
        .meta({ description: 'The call fails with CONFLICT when the record was changed after this time' }),
    )
    .optional(),
}

export const recordAddress = z.object({ id: addressShape.id })
export const deletedRecord = z.object({ id: z.guid() })

/** Checks a new record; forms use the same one. Unknown keys are dropped. */
export function createSchema<R extends Resource>(resource: R): z.ZodType<Values, CreateInput<R>> {
  return typed(z.object(inputShape(resource.fields, inputOf)))
}

/** Checks a whole record that takes the place of another (PUT). */
export function replaceSchema<R extends Resource>(
  resource: R,
): z.ZodType<RecordAddress & Values, ReplaceInput<R>> {
  return typed(z.object({ ...inputShape(resource.fields, inputOf), ...addressShape }))
}

/** Checks a change of some fields (PATCH). */
export function updateSchema<R extends Resource>(
  resource: R,
): z.ZodType<RecordAddress & Values, UpdateInput<R>> {
  const shape = inputShape(resource.fields, (field) => inputOf(field).optional())
  return typed(z.object({ ...shape, ...addressShape }))
}

/** Checks page, search, order and filters of a list. */
export function listSchema<R extends Resource>(resource: R): z.ZodType<ListQuery, ListInput<R> | undefined> {
  const filters: Shape = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    for (const { suffix, schema } of field.filter.parameters) filters[`${name}${suffix}`] = schema
  }
  const schema = z.object({
    ...filters,
    ...pageInput.shape,
    q: searchText.optional(),
    sortBy: z.enum(sortKeys(resource), 'This list cannot be sorted by that.').optional(),
    order: z.enum(['asc', 'desc'], 'Choose asc or desc.').optional(),
  })
  return typed(schema.prefault({}))
}

/** The names a list can be sorted by. */
export function sortKeys(resource: Resource): string[] {
  const fields = Object.entries(resource.fields).filter(([, field]) => field.sortable)
  return [...fields.map(([name]) => name), 'createdAt', 'updatedAt']
}

/** Describes a record as every call answers it. */
export function recordSchema<R extends Resource>(resource: R): z.ZodType<RecordOutput<R>, AnyRecord> {
  const references: Shape = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'reference') continue
    references[referenceKey(name)] = mayBeEmpty(field) ? recordReference.nullable() : recordReference
  }
  const shape = shapeOf(resource.fields, (field) =>
    mayBeEmpty(field) ? field.output.nullable() : field.output,
  )
  const times = { createdAt: z.iso.datetime(), updatedAt: z.iso.datetime() }
  return typed(z.object({ id: z.guid(), ...shape, ...references, ...times }))
}

/** Describes one page of records. */
export function pageSchema<R extends Resource>(
  resource: R,
): z.ZodType<Page<RecordOutput<R>>, Page<AnyRecord>> {
  return z.object({
    items: z.array(recordSchema(resource)),
    total: z.number().int(),
    page: z.number().int(),
    limit: z.number().int(),
  })
}
