import type { OpenApi, Operation } from './open-api.ts'

export type Listed = { id: string; method: string; path: string; operation: Operation; words: string }
export type Group = { id: string; name: string; description: string; operations: Listed[] }

/** All operations by their group, in the order of the document. */
export function listGroups({ tags, paths }: OpenApi): Group[] {
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Listed => {
      const { operationId: id, summary, tags: named } = operation
      const words = `${method} ${path} ${summary} ${named.join(' ')} ${operation['x-berth-access'].sentence}`
      return { id, method: method.toUpperCase(), path, operation, words: words.toLowerCase() }
    }),
  )
  return tags.map(({ name, description = '' }) => ({
    id: anchorOf(name),
    name,
    description,
    operations: listed.filter(({ operation }) => operation.tags.includes(name)),
  }))
}

/** Groups with those operations that have every word of the search in them; empty groups are left out. */
export function searchGroups(groups: readonly Group[], search: string): Group[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map((group) => ({
      ...group,
      operations: group.operations.filter(({ words }) => wanted.every((word) => words.includes(word))),
    }))
    .filter(({ operations }) => operations.length > 0)
}

function anchorOf(name: string): string {
  return `group-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
}
