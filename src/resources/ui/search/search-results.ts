import type { RecordPage } from '../record-client.ts'
import { capitalise, labelOfRecord } from '../record-label.ts'
import { addressOf, NEW_RECORD, type RecordTarget } from '../record-target.ts'
import { describeRecord } from '../fields/describe-record.ts'

export type SearchHit = { id: string; label: string; detail: string; address: string; icon: string }
export type SearchGroup = { label: string; hits: SearchHit[] }

/** Pages and forms whose name holds every typed word: quick ways that need no answer from the server. */
export function findPlaces(
  targets: readonly RecordTarget[],
  query: string,
  mayCreate: (target: RecordTarget) => boolean,
): SearchGroup {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const places = targets.flatMap((target): SearchHit[] => {
    const { title, singular, icon } = target.resource
    const page = {
      id: `go-${addressOf(target)}`,
      label: title,
      detail: 'Page',
      address: addressOf(target),
      icon,
    }
    const form = {
      id: `new-${addressOf(target)}`,
      label: `Add ${singular}`,
      detail: 'New',
      address: addressOf(target, NEW_RECORD),
      icon,
    }
    return mayCreate(target) ? [page, form] : [page]
  })
  const matches = (hit: SearchHit) => words.every((word) => hit.label.toLowerCase().includes(word))
  // Before anything is typed the pages alone are offered.
  const hits = words.length === 0 ? places.filter((hit) => hit.id.startsWith('go-')) : places.filter(matches)
  return { label: 'Go to', hits }
}

/** What the lists of several resources found, a group for each that found something. */
export function groupRecords(
  targets: readonly RecordTarget[],
  pages: readonly (RecordPage | undefined)[],
  settings: { timeZone: string; currency: string },
): SearchGroup[] {
  return targets
    .map((target, index) => ({
      label: capitalise(target.resource.plural),
      hits: (pages[index]?.items ?? []).map((record) => ({
        id: record.id,
        label: labelOfRecord(target.resource, record),
        detail: describeRecord(target.resource, record, settings),
        address: addressOf(target, record.id),
        icon: target.resource.icon,
      })),
    }))
    .filter((group) => group.hits.length > 0)
}
