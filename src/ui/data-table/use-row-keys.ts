'use client'

import { useEffect, type RefObject } from 'react'

/** j and k move through the rows, from anywhere on the page but inputs and dialogs; Enter opens, as on any button. */
export function useRowKeys(table: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.key !== 'j' && event.key !== 'k') || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open], :popover-open[role=menu]')) return
      const openers = [...(table.current?.querySelectorAll<HTMLElement>('[data-row-opener]') ?? [])]
      const row = document.activeElement?.closest('tr')
      const current = openers.findIndex((opener) => opener.closest('tr') === row)
      const next = openers[event.key === 'j' ? current + 1 : Math.max(0, current - 1)]
      if (!next) return
      event.preventDefault()
      next.focus({ preventScroll: true })
      next.closest('tr')?.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [table, enabled])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}
