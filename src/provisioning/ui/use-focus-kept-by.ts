'use client'

import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives focus to a heading when what had it inside the same part has gone with the last change of `state`, such as
 * a button that was pressed and is not there any more. Otherwise keyboard users would start at the top again.
 */
export function useFocusKeptBy(heading: RefObject<HTMLElement | null>, state: unknown) {
  const wasInside = useRef(false)

  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) heading.current?.focus()
  }, [heading, state])

  return {
    onFocus: () => {
      wasInside.current = true
    },
    onBlur: (event: { relatedTarget: EventTarget | null }) => {
      // Browsers report the focus of a removed element as lost to nothing.
      if (event.relatedTarget !== null) wasInside.current = false
    },
  }
}
