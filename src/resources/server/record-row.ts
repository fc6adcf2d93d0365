import { EMPTY_JSON } from '#src/db/server/json-null.ts'
import { requireResource } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import type { AnyField } from '../fields/any-field.ts'
import { storedDate, storedText } from '../fields/text-rules.ts'
import { referenceKey } from '../naming.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { RecordTarget } from './record-target.ts'
import type { Row } from './record-delegate.ts'

/** A record as it is answered, from the row that `recordSource` describes. */
export function toRecord({ module, resource }: RecordTarget, row: Row): AnyRecord {
  const record: AnyRecord = {
    id: storedText(row['id']),
    createdAt: storedDate(row['createdAt']).toISOString(),
    updatedAt: storedDate(row['updatedAt']).toISOString(),
  }
  for (const [name, field] of Object.entries(resource.fields)) {
    record[name] = toJson(field, row[name])
    if (field.kind !== 'reference') continue
    const label = labelOf(requireResource(module, field.to), row[referenceKey(name)])
    record[referenceKey(name)] = row[name] === null ? null : { id: row[name], label }
  }
  return record
}

function toJson(field: AnyField, stored: unknown): unknown {
  return stored === null || stored === undefined ? null : field.toJson(stored)
}

/** Empty where the caller may not read the record that is referred to. */
function labelOf({ fields, labelField }: Resource, stored: unknown): string {
  const field = fields[labelField]
  return field && stored !== null && stored !== undefined ? String(toJson(field, stored)) : ''
}

/**
 * Values of a complete record: what was not given becomes its default, or empty.
 * @param currency the tenant's own, for a currency that has a default
 */
export function completeValues({ fields }: Resource, given: Row, currency?: string): Row {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const isOwnCurrency = field.kind === 'currency' && field.presence === 'defaulted'
      const standard = (isOwnCurrency ? currency : undefined) ?? field.defaultValue
      return [name, given[name] ?? standard]
    }),
  )
}

/** The part of `record` that people fill in. */
export function fieldValues({ fields }: Resource, record: Row): Row {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, record[name]]))
}

/** Values as the Prisma client stores them; names that are no field of the resource are left out. */
export function toRow({ fields }: Resource, values: Row): Row {
  const row: Row = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value !== undefined) row[name] = value === null ? emptyOf(field) : storable(field, value)
  }
  return row
}

function emptyOf({ columnType }: AnyField): unknown {
  return columnType === 'jsonb' ? EMPTY_JSON : null
}

/** The value was checked by the schema of this very field. */
function storable(field: { toRow(value: unknown): unknown }, value: unknown): unknown {
  return field.toRow(value)
}
