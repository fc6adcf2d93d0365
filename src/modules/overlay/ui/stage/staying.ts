/** One row of a list on the stage, which stays for a moment after it has left the list. */
export type StayingRow<Item> = {
  item: Item
  /** where in the list, or where it was when it left */
  index: number
  phase: 'there' | 'entering' | 'leaving'
}

type Identified = { id: string }

/** The rows of a stage that opens: all of them are simply there. */
export function openRows<Item extends Identified>(items: readonly Item[]): StayingRow<Item>[] {
  return items.map((item, index) => ({ item, index, phase: 'there' }))
}

/** The rows after the list has changed: newcomers enter, and those that are gone leave from where they were. */
export function changeRows<Item extends Identified>(
  rows: readonly StayingRow<Item>[],
  items: readonly Item[],
): StayingRow<Item>[] {
  const known = new Map(rows.map((row) => [row.item.id, row]))
  const listed = new Set(items.map(({ id }) => id))
  const current = items.map<StayingRow<Item>>((item, index) => {
    const before = known.get(item.id)
    return { item, index, phase: !before || before.phase === 'leaving' ? 'entering' : before.phase }
  })
  const gone = rows
    .filter(({ item }) => !listed.has(item.id))
    .map<StayingRow<Item>>((row) => ({ ...row, phase: 'leaving' }))
  return [...current, ...gone]
}

/** The rows without those that have left. */
export function dropLeaving<Item>(rows: readonly StayingRow<Item>[]): StayingRow<Item>[] {
  return rows.filter(({ phase }) => phase !== 'leaving')
}
