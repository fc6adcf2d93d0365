/** One line or colour of a chart. */
export interface ChartSeries {
  /** where each row keeps its number */
  key: string
  /** what the legend, the tooltip and the table call it */
  label: string
}

/** One place on the axis with a number per series; a series without one has a gap there. */
export interface ChartRow {
  label: string
  values: Readonly<Record<string, number | null>>
}

/** What every chart is given. The picture and its table are made from the same rows. */
export interface ChartProps {
  /** names the table, such as `Occupancy by month` */
  title: string
  /** the picture in one sentence, for those who do not see it */
  summary: string
  rows: readonly ChartRow[]
  /** five at most: more colours cannot be told apart */
  series: readonly ChartSeries[]
  /** what the rows are, as heading of the table's first column: `Month` */
  rowHeading: string
  /** prints a number in tooltip and table */
  format?: (value: number) => string
  /** prints a number along the axis, where there is little room; `format` unless given */
  formatAxis?: (value: number) => string
  /** where the axis ends; it follows the numbers unless given */
  max?: number
  /** shown when there is no number at all, one sentence */
  empty: string
}

/** False when no row has a number for any series, so that there is nothing to draw. */
export function hasNumbers({ rows, series }: Pick<ChartProps, 'rows' | 'series'>): boolean {
  return rows.some(({ values }) => series.some(({ key }) => typeof values[key] === 'number'))
}

/** A number of a row as text, a dash where there is none. */
export function printNumber(
  { values }: ChartRow,
  { key }: ChartSeries,
  format: (value: number) => string,
): string {
  const value = values[key]
  return typeof value === 'number' ? format(value) : '–'
}
