import { storedFile } from '#src/files/stored-file.ts'
import type { Resource } from '../define-resource.ts'
import type { AnyField, Fields } from '../fields/any-field.ts'
import { isGiven } from '../fields/field.ts'
import { weekdays } from '../fields/availability.ts'
import type { AnyRecord } from '../procedure-path.ts'

export type FormValues = Record<string, unknown>

/** The fields that generic tables show, in the order of forms. */
export function shownFields(resource: Resource): [string, AnyField][] {
  return Object.entries<AnyField>(resource.fields satisfies Fields).filter(([, field]) => !field.hidden)
}

/** Those of them that people fill in. */
export function formFields(resource: Resource): [string, AnyField][] {
  return shownFields(resource).filter(([, field]) => isGiven(field))
}

/**
 * What a form starts with: a record's values, or the defaults of a new one, as inputs hold them.
 * @param currency of the tenant, where a new record is free to choose one
 */
export function toFormValues(
  resource: Resource,
  record: AnyRecord | undefined,
  { currency, given = {} }: { currency: string; given?: FormValues },
): FormValues {
  return Object.fromEntries(
    formFields(resource).map(([name, field]) => {
      if (record) return [name, toInputValue(field, record[name])]
      const first = field.kind === 'currency' ? currency : field.defaultValue
      return [name, toInputValue(field, given[name] ?? first)]
    }),
  )
}

function toInputValue(field: AnyField, value: unknown): unknown {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'money':
      return value ?? null
    case 'boolean':
      // A switch knows two positions; where a record may be silent, a list with a third one takes its place.
      return field.presence === 'defaulted' ? value === true : toChoice(value)
    case 'tags':
      return Array.isArray(value) ? value : []
    case 'availability':
      return Object.fromEntries(weekdays.map((day) => [day, spansOf(value, day)]))
    default:
      return value ?? ''
  }
}

function toChoice(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : ''
}

function spansOf(hours: unknown, day: string): unknown[] {
  const spans: unknown = hours && typeof hours === 'object' ? Reflect.get(hours, day) : undefined
  return Array.isArray(spans) ? spans : []
}

/** What is sent of a form that passed its check: days without hours are left out, as the server answers them. */
export function toInput(resource: Resource, checked: FormValues): FormValues {
  return Object.fromEntries(formFields(resource).map(([name, field]) => [name, tidy(field, checked[name])]))
}

/** Of a form that passed its check, the fields that differ from the record it began with. */
export function changedFields(resource: Resource, checked: FormValues, record: AnyRecord): FormValues {
  const changed = formFields(resource).filter(
    ([name, field]) => fingerprint(tidy(field, checked[name])) !== fingerprint(tidy(field, record[name])),
  )
  return Object.fromEntries(changed.map(([name, field]) => [name, tidy(field, checked[name])]))
}

function tidy(field: AnyField, value: unknown): unknown {
  if (field.kind === 'file') return storedFile.safeParse(value).data?.id ?? value ?? null
  if (field.kind !== 'availability') return value ?? null
  const worked = weekdays.map((day) => [day, spansOf(value, day)] as const)
  return Object.fromEntries(worked.filter(([, spans]) => spans.length > 0))
}

function fingerprint(value: unknown): string {
  return JSON.stringify(value ?? null)
}
