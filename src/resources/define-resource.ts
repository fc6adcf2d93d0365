import { dailyRecords, type ResourcePermissions } from '#src/auth/permissions.ts'
import type { Fields } from './fields/any-field.ts'
import { requireOwnDeclared } from './own-checks.ts'
import type { Own } from './own.ts'
import { camelCase, snakeCase } from './naming.ts'
import type { RecordValues } from './record-types.ts'

/** A rule between several fields; the sentence is shown at `field`. */
export type RecordRule<Values = Record<string, unknown>> = {
  field: string
  sentence: string
  /** true when the record, complete as it would be stored, keeps the rule */
  holds(record: Values): boolean
}

/** One kind of record that people keep: everything the engines, the API and the screens know about it. */
export type Resource<Name extends string = string, F extends Fields = Fields> = {
  /** plural and unique over all modules; path, permission and address of the page */
  name: Name
  /** one record in words, small letters: `pet` */
  singular: string
  /** several records in words, small letters: `pets` */
  plural: string
  /** heading of the page and of the navigation: `Pets` */
  title: string
  description: string
  /** name of an icon of lucide, such as `paw-print` */
  icon: string
  /** name of the model on the tenant's Prisma client */
  model: string
  table: string
  fields: F
  /** the field that stands for a record in a sentence or a choice */
  labelField: string
  /** columns of a table before people choose their own */
  columns: readonly string[]
  /** fields that `q` looks into; a reference is looked up by its label */
  search: readonly string[]
  /** order of a list when none is asked for */
  sort: { by: string; order: 'asc' | 'desc' }
  rules: readonly RecordRule[]
  /** what must differ between records, by the name of the constraint that guards it */
  unique: Readonly<Record<string, { field: string; sentence: string }>>
  permissions: ResourcePermissions
  /** how records belong to a person; null where people with role `client` have none */
  own: Own | null
  /** whether a new workspace is led to its first record */
  firstStep: boolean
}

type FieldName<F extends Fields> = Extract<keyof F, string>

/** The same with names of fields checked against the fields themselves. */
type Declaration<Name extends string, F extends Fields> = {
  name: Name
  singular: string
  plural?: string
  title?: string
  description: string
  icon: string
  model?: string
  table?: string
  fields: F
  labelField?: FieldName<F>
  columns: readonly [FieldName<F>, ...FieldName<F>[]]
  search?: readonly FieldName<F>[]
  sort?: { by: FieldName<F> | 'createdAt' | 'updatedAt'; order: 'asc' | 'desc' }
  rules?: readonly (RecordRule<RecordValues<F>> & { field: FieldName<F> })[]
  unique?: Readonly<Record<string, { field: FieldName<F>; sentence: string }>>
  permissions?: ResourcePermissions
  own?: Own<FieldName<F>>
  firstStep?: boolean
}

/**
 * Declares a resource. What is left out follows from the rest: words and table from its name, the model from
 * the singular, and label, search and sort from the first column.
 *
 * @throws Error when the declaration contradicts itself, at the first import.
 */
export function defineResource<const Name extends string, const F extends Fields>(
  declaration: Declaration<Name, F>,
): Resource<Name, F> {
  const plural = declaration.plural ?? declaration.name.replaceAll('-', ' ')
  const labelField = declaration.labelField ?? declaration.columns[0]
  const resource: Resource<Name, F> = {
    ...declaration,
    plural,
    title: declaration.title ?? plural.charAt(0).toUpperCase() + plural.slice(1),
    model: declaration.model ?? camelCase(declaration.singular),
    table: declaration.table ?? snakeCase(declaration.name),
    labelField,
    search: declaration.search ?? [labelField],
    sort: declaration.sort ?? { by: labelField, order: 'asc' },
    rules: declaration.rules ?? [],
    unique: declaration.unique ?? {},
    permissions: declaration.permissions ?? dailyRecords,
    own: declaration.own ?? null,
    firstStep: declaration.firstStep ?? true,
  }
  requireConsistent(resource)
  requireOwnDeclared(resource)
  return resource
}

const RESERVED_FIELDS = new Set([
  ...['id', 'tenantId', 'createdAt', 'updatedAt', 'isActive', 'deletedAt'],
  ...['page', 'limit', 'order', 'sortBy', 'q'],
])

const SEARCHABLE = new Set(['text', 'long-text', 'email', 'phone', 'reference'])

function requireConsistent(resource: Resource): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(resource.name)) {
    throw new Error(`${resource.name}: the name of a resource is in kebab-case.`)
  }
  // Names of tables become part of SQL text.
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(resource.table)) {
    throw new Error(`${resource.name}: the table ${JSON.stringify(resource.table)} is not in snake_case.`)
  }
  const unreadable = resource.search.find((name) => !SEARCHABLE.has(resource.fields[name]?.kind ?? ''))
  if (unreadable) throw new Error(`${resource.name} cannot be searched by ${unreadable}.`)
  for (const [name, field] of Object.entries(resource.fields)) {
    if (RESERVED_FIELDS.has(name))
      throw new Error(`${resource.name}.${name}: the engine keeps this name for itself.`)
    if (field.kind === 'reference' && !name.endsWith('Id')) {
      throw new Error(`${resource.name}.${name}: the name of a reference must end in Id.`)
    }
  }
  const { by } = resource.sort
  if (by !== 'createdAt' && by !== 'updatedAt' && resource.fields[by]?.sortable !== true) {
    throw new Error(`${resource.name} cannot be sorted by ${by}.`)
  }
}
