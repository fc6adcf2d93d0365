import type { RecordTarget } from './record-target.ts'
import type { ListQuery } from './record-client.ts'

/** Keys of the cache: `records` with one resource below it, so that a change can renew all that shows it. */
export const recordKeys = {
  all: ['records'] as const,
  module: (moduleId: string) => ['records', moduleId] as const,
  lists: ({ moduleId, resource }: RecordTarget) => ['records', moduleId, resource.name, 'list'] as const,
  list: (target: RecordTarget, query: ListQuery) => [...recordKeys.lists(target), query] as const,
  record: ({ moduleId, resource }: RecordTarget, id: string) =>
    ['records', moduleId, resource.name, 'get', id] as const,
  counts: (moduleId: string) => ['records', moduleId, 'counts'] as const,
}
