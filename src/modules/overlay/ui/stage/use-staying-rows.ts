'use client'

import { useEffect, useState } from 'react'
import { changeRows, dropLeaving, openRows, type StayingRow } from './staying.ts'

/** As long as `leave` in the style sheet takes. */
const LEAVE_MS = 400

/**
 * The rows of a list, with those that have just left it. They come in an order that never changes, because moving an
 * element in the document starts its animations anew: place them by their `index`.
 */
export function useStayingRows<Item extends { id: string }>(items: readonly Item[]): StayingRow<Item>[] {
  const [rows, setRows] = useState(() => openRows(items))
  const [last, setLast] = useState(items)
  if (items !== last) {
    setLast(items)
    setRows(changeRows(rows, items))
  }
  useEffect(() => {
    if (!rows.some(({ phase }) => phase === 'leaving')) return
    const timer = setTimeout(() => setRows(dropLeaving), LEAVE_MS)
    return () => clearTimeout(timer)
  }, [rows])
  return rows.toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1))
}
