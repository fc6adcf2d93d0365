import { ALIAS, type RecordSource } from './record-source.repository.ts'

/** How a page is found: `page` as a chain of `with`, and a query that counts where the page does not tell the total. */
export type PageForm = { chain: string; count: string }

type Parts = {
  source: RecordSource
  /** from and where */
  rows: string
  order: string
  /** limit and offset */
  slice: string
}

/** Reads the records of the page right away: the least to plan, but what is skipped is joined all the same. */
export function nearPage({ source, rows, order, slice }: Parts): PageForm {
  return {
    chain: `page as materialized (select ${source.columns} ${rows} order by ${order} ${slice})`,
    count: `select count(*)::int ${rows}`,
  }
}

/** Picks ids first, which an index alone can answer, and reads the records of that page only. */
export function deepPage({ source, rows, order, slice }: Parts): PageForm {
  return {
    chain: `picked as materialized (select ${ALIAS}.id ${rows} order by ${order} ${slice}), ${pageOf(source, order)}`,
    count: `select count(*)::int ${rows}`,
  }
}

/** The same for a search, which looks at every record anyway: it counts on the way instead of a second time. */
export function searchedPage({ source, rows, order, slice }: Parts): PageForm {
  return {
    chain: `found as materialized (select ${ALIAS}.id, row_number() over (order by ${order}) as place ${rows}),
      picked as materialized (select id from found order by place ${slice}), ${pageOf(source, order)}`,
    count: 'select count(*)::int from found',
  }
}

function pageOf({ columns, from }: RecordSource, order: string): string {
  return `page as materialized (
      select ${columns} from ${from} where ${ALIAS}.id in (select id from picked) order by ${order}
    )`
}
