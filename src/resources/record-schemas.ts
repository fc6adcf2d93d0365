import { z } from 'zod'
import { pageInput, type Page } from '#src/shared/pagination.ts'
import type { Resource } from './define-resource.ts'
import type { AnyField, Fields } from './fields/any-field.ts'
import { searchText } from './fields/filter.ts'
import { recordReference } from './fields/reference.ts'
import { referenceKey } from './naming.ts'
import type { CreateInput, ListInput, RecordOutput, ReplaceInput, UpdateInput } from './record-types.ts'

type Shape = Record<string, z.ZodType>
/** A schema whose input and output have one type, as both are JSON. */
type Schema<T> = z.ZodType<T, T>

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
  }
}

function shapeOf(fields: Fields, build: (field: AnyField) => z.ZodType): Shape {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, build(field)]))
}

/** A malformed id addresses nothing, which the service answers; so any text passes here. */
const addressShape = {
  id: z.string().max(200).meta({ description: 'Id of the record', format: 'uuid' }),
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
export function createSchema<R extends Resource>(resource: R) {
  return z.object(shapeOf(resource.fields, inputOf)) as z.ZodType as Schema<CreateInput<R>>
}

/** Checks a whole record that takes the place of another (PUT). */
export function replaceSchema<R extends Resource>(resource: R) {
  return z.object({ ...addressShape, ...shapeOf(resource.fields, inputOf) }) as z.ZodType as Schema<
    ReplaceInput<R>
  >
}

/** Checks a change of some fields (PATCH). */
export function updateSchema<R extends Resource>(resource: R) {
  const fields = shapeOf(resource.fields, (field) => inputOf(field).optional())
  return z.object({ ...addressShape, ...fields }) as z.ZodType as Schema<UpdateInput<R>>
}

/** Checks page, search, order and filters of a list. */
export function listSchema<R extends Resource>(resource: R) {
  const filters: Shape = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    for (const { suffix, schema } of field.filter.parameters) filters[`${name}${suffix}`] = schema
  }
  const schema = pageInput.extend({
    q: searchText.optional(),
    sortBy: z.enum(sortKeys(resource), 'This list cannot be sorted by that.').optional(),
    order: z.enum(['asc', 'desc'], 'Choose asc or desc.').optional(),
    ...filters,
  })
  return schema as z.ZodType as Schema<ListInput<R>>
}

/** The names a list can be sorted by. */
export function sortKeys(resource: Resource): string[] {
  const fields = Object.entries(resource.fields).filter(([, field]) => field.sortable)
  return [...fields.map(([name]) => name), 'createdAt', 'updatedAt']
}

/** Describes a record as every call answers it. */
export function recordSchema<R extends Resource>(resource: R) {
  const references: Shape = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind !== 'reference') continue
    const optional = field.presence === 'optional'
    references[referenceKey(name)] = optional ? recordReference.nullable() : recordReference
  }
  const schema = z.object({
    id: z.guid(),
    ...shapeOf(resource.fields, (field) =>
      field.presence === 'optional' ? field.output.nullable() : field.output,
    ),
    ...references,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  return schema as z.ZodType as Schema<RecordOutput<R>>
}

/** Describes one page of records. */
export function pageSchema<R extends Resource>(resource: R) {
  const schema = z.object({
    items: z.array(recordSchema(resource)),
    total: z.number().int(),
    page: z.number().int(),
    limit: z.number().int(),
  })
  return schema as z.ZodType as Schema<Page<RecordOutput<R>>>
}
