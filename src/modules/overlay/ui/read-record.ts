import type { AnyRecord } from '#src/resources/procedure-path.ts'

/** A field of a record as a number; 0 where there is none. */
export function readNumber(record: AnyRecord | undefined, field: string): number {
  const value = record?.[field]
  return typeof value === 'number' ? value : 0
}

/** A field of a record as text; '' where there is none. */
export function readText(record: AnyRecord | undefined, field: string): string {
  const value = record?.[field]
  return typeof value === 'string' ? value : ''
}

/** What a reference of a record points to, by its name in answers; an empty label where it is not to be seen. */
export function readReference(record: AnyRecord, field: string): { id: string; label: string } {
  const value = record[field]
  if (typeof value !== 'object' || value === null) return { id: '', label: '' }
  const { id, label } = value as { id?: unknown; label?: unknown }
  return { id: typeof id === 'string' ? id : '', label: typeof label === 'string' ? label : '' }
}
