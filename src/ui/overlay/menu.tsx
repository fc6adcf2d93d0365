'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { FloatSurface } from './float-surface.tsx'
import { MenuContext } from './menu-context.ts'
import { useFloating } from './use-floating.ts'

interface TriggerProps {
  id: string
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  'aria-controls': string | undefined
  onClick: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

interface MenuProps {
  /** Renders the button that opens the menu: spread the props onto it. */
  trigger: (props: TriggerProps) => ReactNode
  align?: 'start' | 'end'
  /** `MenuEntry`, `MenuLink`, `MenuCheck` and `MenuSeparator`. */
  children: ReactNode
}

const Root = chakra('div', { base: { display: 'inline-flex', minW: '0' } })

function listEntries(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? [])]
}

/** A button with a list of actions: arrows, Home, End and letters move, Enter acts, Escape and Tab close. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFloating({ anchor: root, floating: menu, open, align })

  useEffect(() => {
    if (!open) return
    listEntries(menu.current)[0]?.focus({ preventScroll: true })
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [open])

  function close(): void {
    setOpen(false)
    document.getElementById(`${id}-trigger`)?.focus()
  }

  function onMenuKey(event: KeyboardEvent): void {
    const entries = listEntries(menu.current)
    const current = entries.findIndex((entry) => entry === document.activeElement)
    const target = findTarget(event.key, entries, current)
    if (target) {
      event.preventDefault()
      target.focus()
    } else if (event.key === 'Escape') {
      // Kept from a drawer or dialog around the menu, which would close as well.
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Tab') {
      setOpen(false)
    }
  }

  return (
    <Root ref={root}>
      {trigger({
        id: `${id}-trigger`,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        },
      })}
      {open && (
        <MenuContext value={{ close }}>
          <FloatSurface
            ref={menu}
            id={id}
            role="menu"
            aria-labelledby={`${id}-trigger`}
            popover="manual"
            minW="48"
            onKeyDown={onMenuKey}
          >
            {children}
          </FloatSurface>
        </MenuContext>
      )}
    </Root>
  )
}

function findTarget(key: string, entries: HTMLElement[], current: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return entries[(current + 1) % entries.length]
  if (key === 'ArrowUp') return entries.at(current <= 0 ? -1 : current - 1)
  if (key === 'Home') return entries[0]
  if (key === 'End') return entries.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const after = [...entries.slice(current + 1), ...entries.slice(0, current + 1)]
  return after.find((entry) => entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase()))
}
