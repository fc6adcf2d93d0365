import { parseSort, printSort, type SortField } from './table-sort.ts'

/** What a table shows: the query to its server, and how its columns stand. */
export interface TableViewState {
  /** From 1. */
  page: number
  limit: number
  /** The first decides, the others where it leaves rows equal. */
  sort: readonly SortField[]
  q: string
  /** By field; a field without a filter is absent. */
  filters: Record<string, string>
  hidden: readonly string[]
  /** Columns that were put in order; the others follow as declared. */
  columns: readonly string[]
  /** What can be chosen, from the defaults. */
  offers: { limits: readonly number[]; manySorts: boolean }
}

/** What a table starts with and which filters it knows. Whatever equals a default stays out of the URL. */
export interface TableViewDefaults {
  limit?: number
  /** Rows to a page that may be chosen. */
  limits?: readonly number[]
  sortBy?: string
  order?: 'asc' | 'desc'
  /** Instead of `sortBy` and `order`: several columns may sort at once, and begin like this: `plan,-createdAt`. */
  sort?: string
  hidden?: readonly string[]
  filters?: readonly string[]
  /** The name under which this browser remembers the columns that were chosen. */
  remember?: string
}

interface Query {
  get: (name: string) => string | null
}

const plainLimits = [10, 20, 50, 100]

function readCount(text: string | null, otherwise: number): number {
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 ? count : otherwise
}

function readNames(text: string | null, otherwise: readonly string[] = []): readonly string[] {
  return text === null ? otherwise : text.split(',').filter(Boolean)
}

function readSort(query: Query, { sort, sortBy, order }: TableViewDefaults): SortField[] {
  if (sort !== undefined) return parseSort(query.get('sort') ?? sort)
  const id = query.get('sortBy') ?? sortBy
  const asked = query.get('order')
  const direction = asked === 'asc' || asked === 'desc' ? asked : order
  return id === undefined ? [] : [{ id, desc: direction === 'desc' }]
}

/** Reads a table's state from the address; what cannot be read, or is not offered, is as if it were not there. */
export function parseTableState(query: Query, defaults: TableViewDefaults = {}): TableViewState {
  const limits = defaults.limits ?? plainLimits
  const limit = readCount(query.get('limit'), 0)
  const filters: Record<string, string> = {}
  for (const name of defaults.filters ?? []) {
    const value = query.get(name)
    if (value) filters[name] = value
  }
  return {
    page: readCount(query.get('page'), 1),
    limit: limits.includes(limit) ? limit : (defaults.limit ?? 20),
    sort: readSort(query, defaults),
    q: query.get('q') ?? '',
    filters,
    hidden: readNames(query.get('hide'), defaults.hidden),
    columns: readNames(query.get('columns')),
    offers: { limits, manySorts: defaults.sort !== undefined },
  }
}

/**
 * Writes a table's state into an address, over what else that address says. Only what differs from the defaults is
 * written, so that a shared link is short and follows later changes of the defaults.
 */
export function writeTableState(
  query: URLSearchParams,
  state: TableViewState,
  defaults: TableViewDefaults = {},
): URLSearchParams {
  const next = new URLSearchParams(query)
  const write = (name: string, value: string, plain: string) => {
    if (value === plain) next.delete(name)
    else next.set(name, value)
  }
  write('page', String(state.page), '1')
  write('limit', String(state.limit), String(defaults.limit ?? 20))
  if (defaults.sort === undefined) {
    const [first] = state.sort
    write('sortBy', first?.id ?? '', defaults.sortBy ?? '')
    write('order', first?.desc ? 'desc' : 'asc', defaults.order ?? 'asc')
  } else {
    write('sort', printSort(state.sort), defaults.sort)
  }
  write('q', state.q, '')
  write('hide', state.hidden.join(','), (defaults.hidden ?? []).join(','))
  write('columns', state.columns.join(','), '')
  for (const name of defaults.filters ?? []) write(name, state.filters[name] ?? '', '')
  return next
}

/** Applies a change. Anything that makes it another list goes back to its first page. */
export function changeTableState(state: TableViewState, change: Partial<TableViewState>): TableViewState {
  const isOtherList = (['limit', 'sort', 'q', 'filters'] as const).some((name) => name in change)
  return { ...state, ...(isOtherList ? { page: 1 } : {}), ...change }
}

/** How many pages there are; one even when there is nothing. */
export function countPages(total: number, limit: number): number {
  return Math.max(1, Math.ceil(total / limit))
}
