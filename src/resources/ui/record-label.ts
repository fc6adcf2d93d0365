import type { Resource } from '../define-resource.ts'
import type { AnyRecord } from '../procedure-path.ts'

/** The words that stand for a record in a sentence: what its label field says. */
export function labelOfRecord(resource: Resource, record: AnyRecord): string {
  const label = record[resource.labelField]
  return typeof label === 'string' && label !== '' ? label : `Unnamed ${resource.singular}`
}

/** `pet` → `Pet`, for the beginning of a sentence or title. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `1 pet`, `3 pets`. */
export function countOf(resource: Resource, count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? resource.singular : resource.plural}`
}
