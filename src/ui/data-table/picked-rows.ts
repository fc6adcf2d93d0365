/** Rows that were picked, on whatever page of the list they are. */
export interface PickedRows {
  /** by id: on which page of the list it was picked, if that is known */
  pages: ReadonlyMap<string, number | undefined>
  /** The list those pages belong to: the same rows in another order are on other pages. */
  list: string
}

export const nothingPicked: PickedRows = { pages: new Map(), list: '' }

type Place = { page: number; list: string }

/** The rows now picked, each remembered with the page where it was. */
export function pickRows(picked: PickedRows, ids: readonly string[], { page, list }: Place): PickedRows {
  const before = picked.list === list ? picked.pages : undefined
  const known = (id: string) => (picked.pages.has(id) ? before?.get(id) : page)
  return { list, pages: new Map(ids.map((id) => [id, known(id)])) }
}

/** All rows of a list, whose pages nobody has seen. */
export function pickAll(ids: readonly string[], list: string): PickedRows {
  return { list, pages: new Map(ids.map((id) => [id, undefined])) }
}

/** On how many pages of a list they are; undefined when that is not known of all. */
export function countPickedPages({ pages, list }: PickedRows, now: string): number | undefined {
  const seen = new Set(pages.values())
  return list !== now || seen.has(undefined) ? undefined : seen.size
}
