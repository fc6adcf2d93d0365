import type { Resource } from '../../define-resource.ts'
import type { AnyField } from '../../fields/any-field.ts'
import { shownFields, type FormValues } from '../form-values.ts'

/** Filters as the address and the server have them, by parameter. */
export type Filters = Readonly<Record<string, string>>

/** The fields a list can be narrowed by, in form order. */
export function filterableFields(resource: Resource): [string, AnyField][] {
  return shownFields(resource).filter(([, field]) => field.filter.style !== 'none')
}

/** The parameters of a field's filter; a range is asked for by its two ends. */
export function filterParameters(name: string, field: AnyField): string[] {
  if (field.filter.style === 'none') return []
  return field.filter.style === 'range' ? [`${name}From`, `${name}To`] : [name]
}

/** Every parameter the filters of a resource may use in the address. */
export function allFilterParameters(resource: Resource): string[] {
  return filterableFields(resource).flatMap(([name, field]) => filterParameters(name, field))
}

/** Filters as the inputs of the filter form hold them. */
export function toFilterValues(resource: Resource, filters: Filters): FormValues {
  return Object.fromEntries(
    filterableFields(resource).flatMap(([name, field]) =>
      filterParameters(name, field).map((parameter) => [
        parameter,
        toInputValue(field, filters[parameter] ?? ''),
      ]),
    ),
  )
}

function toInputValue(field: AnyField, text: string): unknown {
  if (isNumber(field)) return text === '' ? null : Number(text)
  if (field.kind === 'select') return text.split(',').filter(Boolean)
  return text
}

/** What the filter form holds, as parameters; inputs that are empty or no number narrow nothing. */
export function toFilters(values: FormValues): Record<string, string> {
  const filters: Record<string, string> = {}
  for (const [parameter, value] of Object.entries(values)) {
    const text = toText(value)
    if (text !== '') filters[parameter] = text
  }
  return filters
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(',')
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  return typeof value === 'string' ? value.trim() : ''
}

/** Filters without those of one field. */
export function withoutField(filters: Filters, name: string, field: AnyField): Record<string, string> {
  const gone = new Set(filterParameters(name, field))
  return Object.fromEntries(Object.entries(filters).filter(([parameter]) => !gone.has(parameter)))
}

function isNumber(field: AnyField): boolean {
  return field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'money'
}
