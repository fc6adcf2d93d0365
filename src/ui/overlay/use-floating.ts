'use client'

import { useLayoutEffect, type RefObject } from 'react'
import { place } from './place.ts'

interface FloatingOptions {
  anchor: RefObject<HTMLElement | null>
  floating: RefObject<HTMLElement | null>
  open: boolean
  align?: 'start' | 'center' | 'end'
  side?: 'above' | 'below'
  /** As wide as its anchor at least, for lists under an input. */
  matchWidth?: boolean
}

/**
 * Shows an element with the `popover` attribute in the browser's top layer, beside its anchor, and keeps it there while
 * things scroll or resize. The top layer spares it every clipping ancestor and z-index.
 */
export function useFloating(options: FloatingOptions): void {
  const { anchor, floating, open, align = 'start', side = 'below', matchWidth = false } = options
  useLayoutEffect(() => {
    if (!open || !floating.current || !anchor.current) return
    return showBeside(floating.current, anchor.current, { align, side, matchWidth })
  }, [anchor, floating, open, align, side, matchWidth])
}

type Placing = Required<Pick<FloatingOptions, 'align' | 'side' | 'matchWidth'>>

/** Returns the function that takes it away again. */
function showBeside(
  element: HTMLElement,
  anchor: HTMLElement,
  { align, side, matchWidth }: Placing,
): () => void {
  function update(): void {
    const box = anchor.getBoundingClientRect()
    // Measured at the height that its style sheet allows; less only where the window has not that much room.
    element.style.maxHeight = ''
    if (matchWidth) element.style.minWidth = `${box.width}px`
    const height = element.offsetHeight
    const placed = place({
      anchor: box,
      width: element.offsetWidth,
      height,
      windowWidth: document.documentElement.clientWidth,
      windowHeight: window.innerHeight,
      align,
      side,
    })
    element.style.top = `${placed.top}px`
    element.style.left = `${placed.left}px`
    if (placed.maxHeight < height) element.style.maxHeight = `${placed.maxHeight}px`
  }

  element.showPopover()
  update()
  const observer = new ResizeObserver(update)
  observer.observe(element)
  window.addEventListener('scroll', update, { capture: true, passive: true })
  window.addEventListener('resize', update)
  return () => {
    observer.disconnect()
    window.removeEventListener('scroll', update, { capture: true })
    window.removeEventListener('resize', update)
    if (element.isConnected && element.matches(':popover-open')) element.hidePopover()
  }
}
