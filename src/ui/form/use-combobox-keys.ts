'use client'

import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { ComboboxOption } from './filter-options.ts'

interface ComboboxKeys {
  open: boolean
  options: readonly ComboboxOption[]
  list: RefObject<HTMLElement | null>
  onChoose: (option: ComboboxOption) => void
  onQuery: (query: string | undefined) => void
}

/** The keyboard of a combobox: arrows and page keys move, Enter chooses, Escape shuts the list. */
export function useComboboxKeys({ open, options, list, onChoose, onQuery }: ComboboxKeys) {
  // Tied to the options it was set for: another query starts again at the top.
  const [position, setPosition] = useState<{ index: number; of: readonly ComboboxOption[] }>()
  const active = position && position.of === options ? position.index : 0

  useEffect(() => {
    if (open) list.current?.querySelectorAll('[role=option]')[active]?.scrollIntoView({ block: 'nearest' })
  }, [open, active, list])

  function setActive(index: number): void {
    setPosition({ index, of: options })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      onQuery(undefined)
      return
    }
    if (event.key === 'Enter' && open) {
      const option = options[active]
      event.preventDefault()
      if (option) onChoose(option)
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step === undefined || event.altKey) return
    event.preventDefault()
    if (!open) onQuery('')
    else setActive(Math.max(0, Math.min(options.length - 1, active + step)))
  }

  return { active, setActive, onKeyDown }
}
