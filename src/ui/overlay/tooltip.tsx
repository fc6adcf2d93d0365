'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useFloating } from './use-floating.ts'

const Anchor = chakra('span', { base: { display: 'inline-flex', minW: '0' } })
const Bubble = chakra('span', {
  base: {
    position: 'fixed',
    inset: 'auto',
    m: '0',
    px: '2.5',
    py: '1.5',
    w: 'max-content',
    maxW: 'xs',
    bg: 'bg.inverted',
    color: 'fg.inverted',
    borderRadius: 'md',
    textStyle: 'xs',
    fontWeight: 'medium',
    pointerEvents: 'none',
    '&:popover-open': { animation: 'fade-in' },
  },
})

interface TooltipProps {
  text: ReactNode
  /** `false` keeps it shut, for labels that are visible at the moment anyway. */
  enabled?: boolean
  /** The thing explained; something focusable, so that the keyboard reaches the text too. */
  children: (describedBy: string | undefined) => ReactNode
}

/** A few words on hover, focus and touch; Escape hides them. Nothing that is needed to use the page may stand here only. */
export function Tooltip({ text, enabled = true, children }: TooltipProps) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const shown = open && enabled
  useFloating({ anchor, floating: bubble, open: shown, align: 'center', side: 'above' })

  useEffect(() => {
    if (!shown) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('pointerdown', onPointerDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('pointerdown', onPointerDown)
    }
  }, [shown])

  return (
    <Anchor
      ref={anchor}
      onPointerEnter={(event) => setOpen(event.pointerType !== 'touch')}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch') setOpen(false)
      }}
      onPointerUp={(event) => {
        if (event.pointerType === 'touch') setOpen(!open)
      }}
      onFocus={(event) => setOpen(event.target.matches(':focus-visible'))}
      onBlur={() => setOpen(false)}
    >
      {children(shown ? id : undefined)}
      {shown && (
        <Bubble ref={bubble} id={id} role="tooltip" popover="manual">
          {text}
        </Bubble>
      )}
    </Anchor>
  )
}
