'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { FloatSurface } from './float-surface.tsx'
import { useFloating } from './use-floating.ts'

interface TriggerProps {
  id: string
  'aria-haspopup': 'dialog'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onClick: () => void
}

interface PopoverProps {
  /** Renders the button that opens it: spread the props onto it. */
  trigger: (props: TriggerProps) => ReactNode
  label: string
  align?: 'start' | 'end'
  children: ReactNode
}

const Root = chakra('div', { base: { display: 'inline-flex', minW: '0' } })

/** A button with controls that float beside it. Not modal: Tab leads in and out, Escape and a click elsewhere close. */
export function Popover({ trigger, label, align = 'end', children }: PopoverProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const surface = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFloating({ anchor: root, floating: surface, open, align })

  useEffect(() => {
    if (!open) return
    surface.current?.focus({ preventScroll: true })
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [open])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    // Kept from a drawer or dialog around it, which would close as well.
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
    document.getElementById(`${id}-trigger`)?.focus()
  }

  function onBlur(event: FocusEvent): void {
    const next = event.relatedTarget
    if (next instanceof Node && !event.currentTarget.contains(next) && !root.current?.contains(next))
      setOpen(false)
  }

  return (
    <Root ref={root}>
      {trigger({
        id: `${id}-trigger`,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <FloatSurface
          ref={surface}
          id={id}
          role="dialog"
          aria-label={label}
          popover="manual"
          tabIndex={-1}
          outline="0"
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {children}
        </FloatSurface>
      )}
    </Root>
  )
}
