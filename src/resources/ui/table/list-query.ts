import type { TableViewDefaults, TableViewState } from '#src/ui/data-table/table-state.ts'
import type { Resource } from '../../define-resource.ts'
import { sortKeys } from '../../record-schemas.ts'
import { allFilterParameters } from '../filters/filter-values.ts'
import { shownFields } from '../form-values.ts'
import type { ListQuery } from '../record-client.ts'

const PAGE_SIZE = 20

/** The fields of a table in the order of its columns: those shown from the start, then the others. */
export function columnNames(resource: Resource): string[] {
  const tellable = shownFields(resource)
    .filter(([, field]) => field.kind !== 'long-text')
    .map(([name]) => name)
  const first = resource.columns.filter((name) => tellable.includes(name))
  return [...first, ...tellable.filter((name) => !first.includes(name)), 'createdAt', 'updatedAt']
}

/** What a resource's table starts with, and the parameters its address may have. */
export function tableDefaults(resource: Resource): TableViewDefaults {
  return {
    limit: PAGE_SIZE,
    sortBy: resource.sort.by,
    order: resource.sort.order,
    hidden: columnNames(resource).filter((name) => !resource.columns.includes(name)),
    filters: allFilterParameters(resource),
  }
}

/** What the server is asked for. An order that an old link asks for and the list does not have is left out. */
export function toListQuery(resource: Resource, state: TableViewState): ListQuery {
  const [first] = state.sort
  return {
    page: state.page,
    limit: state.limit,
    ...(first && sortKeys(resource).includes(first.id)
      ? { sortBy: first.id, order: first.desc ? 'desc' : 'asc' }
      : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim() }),
    ...state.filters,
  }
}

/** Whether the list is narrowed, so that finding nothing does not mean there is nothing. */
export function isNarrowed(state: TableViewState): boolean {
  return state.q.trim() !== '' || Object.keys(state.filters).length > 0
}
