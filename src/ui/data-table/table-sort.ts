/** One of the columns that rows are sorted by. */
export type SortField = { id: string; desc: boolean }

/** More than these nobody can follow, and no index helps. */
export const MAX_SORTS = 3

/** Reads `businessName,-createdAt`: the first decides, the others where it leaves rows equal; a minus is downwards. */
export function parseSort(text: string): SortField[] {
  const fields: SortField[] = []
  for (const part of text.split(',')) {
    const desc = part.startsWith('-')
    const id = (desc ? part.slice(1) : part).trim()
    if (id !== '' && !fields.some((field) => field.id === id)) fields.push({ id, desc })
  }
  return fields.slice(0, MAX_SORTS)
}

/** Writes what `parseSort` reads. */
export function printSort(fields: readonly SortField[]): string {
  return fields.map(({ id, desc }) => (desc ? `-${id}` : id)).join(',')
}

/** The next of a field's states: upwards, downwards, not at all. A new field comes last. */
export function cycleSort(fields: readonly SortField[], id: string): SortField[] {
  const field = fields.find((candidate) => candidate.id === id)
  if (!field) return [...fields, { id, desc: false }].slice(0, MAX_SORTS)
  if (field.desc) return fields.filter((candidate) => candidate !== field)
  return fields.map((candidate) => (candidate === field ? { id, desc: true } : candidate))
}
