/** What a table shows: the query to its server, and which columns are hidden. */
export interface TableViewState {
  /** From 1. */
  page: number
  limit: number
  sortBy: string | undefined
  order: 'asc' | 'desc'
  q: string
  /** By field; a field without a filter is absent. */
  filters: Record<string, string>
  hidden: readonly string[]
}

/** What a table starts with and which filters it knows. Whatever equals a default stays out of the URL. */
export interface TableViewDefaults {
  limit?: number
  sortBy?: string
  order?: 'asc' | 'desc'
  hidden?: readonly string[]
  filters?: readonly string[]
}

interface Query {
  get: (name: string) => string | null
}

const limits = [10, 20, 50, 100]

function readCount(text: string | null, otherwise: number): number {
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 ? count : otherwise
}

/** Reads a table's state from the address; what cannot be read, or is not offered, is as if it were not there. */
export function parseTableState(query: Query, defaults: TableViewDefaults = {}): TableViewState {
  const limit = readCount(query.get('limit'), 0)
  const order = query.get('order')
  const hide = query.get('hide')
  const filters: Record<string, string> = {}
  for (const name of defaults.filters ?? []) {
    const value = query.get(name)
    if (value) filters[name] = value
  }
  return {
    page: readCount(query.get('page'), 1),
    limit: limits.includes(limit) ? limit : (defaults.limit ?? 20),
    sortBy: query.get('sortBy') ?? defaults.sortBy,
    order: order === 'asc' || order === 'desc' ? order : (defaults.order ?? 'asc'),
    q: query.get('q') ?? '',
    filters,
    hidden: hide === null ? (defaults.hidden ?? []) : hide.split(',').filter(Boolean),
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
  write('sortBy', state.sortBy ?? '', defaults.sortBy ?? '')
  write('order', state.order, defaults.order ?? 'asc')
  write('q', state.q, '')
  write('hide', state.hidden.join(','), (defaults.hidden ?? []).join(','))
  for (const name of defaults.filters ?? []) write(name, state.filters[name] ?? '', '')
  return next
}

/** Applies a change. Anything that makes it another list goes back to its first page. */
export function changeTableState(state: TableViewState, change: Partial<TableViewState>): TableViewState {
  const isOtherList = (['limit', 'sortBy', 'order', 'q', 'filters'] as const).some((name) => name in change)
  return { ...state, ...(isOtherList ? { page: 1 } : {}), ...change }
}

/** How many pages there are; one even when there is nothing. */
export function countPages(total: number, limit: number): number {
  return Math.max(1, Math.ceil(total / limit))
}
