import type { ReactNode } from 'react'

/** One column of a `DataTable`. */
export interface DataColumn<Row> {
  /** Also the name by which the server sorts. */
  id: string
  header: string
  cell: (row: Row) => ReactNode
  sortable?: boolean
  /** `end` for numbers and amounts, set in tabular figures. */
  align?: 'start' | 'end'
  /** CSS width; the rest is shared out by content. */
  width?: string
  /** `false` keeps it out of the column menu. The first column never hides. */
  hideable?: boolean
  /**
   * The cell of the first column has its own link or button that opens the row, marked `data-row-opener` for the keys j
   * and k. Without this it becomes a button as a whole.
   */
  opensItself?: boolean
  /** Left out of the cards that rows become on phones. */
  hideOnPhone?: boolean
}
