'use client'

import { usePathname } from 'next/navigation'
import { useCallback, useRef } from 'react'
import { addressOf, type RecordTarget } from './record-target.ts'

type OpenRecord = {
  /** id of the record the address names, `new`, or undefined for the table alone */
  recordId: string | undefined
  open: (recordId: string) => void
  close: () => void
}

/**
 * Which record the address opens over its table. Opening and closing only write the address, so that the table below
 * stays as it is, Back closes, and a link to a record works.
 */
export function useOpenRecord(target: RecordTarget): OpenRecord {
  const path = usePathname()
  const table = addressOf(target)
  const recordId = path.startsWith(`${table}/`) ? decode(path.slice(table.length + 1)) : undefined
  // Whether the entry below this one in the history is the table it was opened from.
  const openedHere = useRef(false)

  const open = useCallback(
    (id: string) => {
      openedHere.current = true
      window.history.pushState(
        null,
        '',
        `${addressOf(target, encodeURIComponent(id))}${window.location.search}`,
      )
    },
    [target],
  )

  const close = useCallback(() => {
    if (openedHere.current) window.history.back()
    else window.history.replaceState(null, '', `${addressOf(target)}${window.location.search}`)
    openedHere.current = false
  }, [target])

  return { recordId, open, close }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
