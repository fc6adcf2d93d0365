import type { Resource } from '../define-resource.ts'
import { recordReference } from '../fields/reference.ts'
import { referenceKey } from '../naming.ts'
import type { AnyRecord } from '../procedure-path.ts'

/** The words that stand for a record in a sentence: what its label field says, or the record that it names. */
export function labelOfRecord(resource: Resource, record: AnyRecord): string {
  const { labelField, fields, singular } = resource
  const label =
    fields[labelField]?.kind === 'reference'
      ? recordReference.safeParse(record[referenceKey(labelField)]).data?.label
      : record[labelField]
  return typeof label === 'string' && label !== '' ? label : `Unnamed ${singular}`
}

/** `pet` → `Pet`, for the beginning of a sentence or title. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `1 pet`, `3 pets`. */
export function countOf(resource: Resource, count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? resource.singular : resource.plural}`
}
