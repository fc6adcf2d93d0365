/** The order in which columns stand: those that were put in order, then the others as declared. The first keeps its place. */
export function orderColumns(declared: readonly string[], wanted: readonly string[]): string[] {
  const [first, ...others] = declared
  if (first === undefined) return []
  const known = wanted.filter((id) => others.includes(id))
  return [first, ...known, ...others.filter((id) => !known.includes(id))]
}

/** The order with one column a place nearer to the start (-1) or the end (1); the same at either end. */
export function moveColumn(order: readonly string[], id: string, by: -1 | 1): string[] {
  const from = order.indexOf(id)
  const to = from + by
  const other = order[to]
  // The first column names the row and stays where it is.
  if (from < 1 || to < 1 || other === undefined) return [...order]
  return order.map((column, index) => (index === from ? other : index === to ? id : column))
}
