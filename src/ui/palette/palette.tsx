'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Kbd } from '@chakra-ui/react/kbd'
import { Search } from 'lucide-react'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useClientValue } from '../use-client-value.ts'
import { useModal } from '../overlay/use-modal.ts'
import { usePaletteKey } from './use-palette-key.ts'

const Trigger = chakra('button', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '2',
    w: { base: '11', sm: '100%' },
    maxW: '20rem',
    h: { base: '11', sm: '9' },
    px: '3',
    ms: { base: 'auto', sm: '0' },
    borderWidth: { base: '0', sm: '1px' },
    borderColor: 'border.control',
    borderRadius: 'control',
    color: 'fg.muted',
    textAlign: 'start',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg', borderColor: 'fg.subtle' },
    _icon: { flexShrink: '0' },
  },
})
const Box = chakra('dialog', {
  base: {
    position: 'fixed',
    inset: '0',
    mx: 'auto',
    my: { base: '0', sm: '12vh' },
    w: { base: '100vw', sm: 'calc(100vw - 2rem)' },
    maxW: { base: '100vw', sm: '36rem' },
    h: { base: 'dvh', sm: 'fit-content' },
    maxH: { base: 'dvh', sm: '70vh' },
    bg: 'bg.panel',
    color: 'fg',
    borderWidth: { base: '0', sm: '1px' },
    borderRadius: { base: '0', sm: 'panel' },
    boxShadow: 'float',
    overflow: 'hidden',
    _open: { display: 'flex', flexDirection: 'column', animation: 'fade-in 120ms ease-out' },
    _backdrop: { bg: 'rgb(7 17 19 / 0.45)', animation: 'fade-in' },
  },
})

interface PaletteProps {
  /** A `PalettePanel`, mounted anew each time it opens, so that nothing typed before is left. */
  children: (close: () => void) => ReactNode
}

/** Opens a search over everything; so does Ctrl or Cmd with K, from anywhere but an open dialog. */
export function Palette({ children }: PaletteProps) {
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const isMac = useClientValue(readIsMac, () => false)
  const close = useCallback(() => setOpen(false), [])
  usePaletteKey(() => setOpen(true))
  useModal(dialog, open, close)

  return (
    <>
      <Trigger
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search size={16} aria-hidden />
        <chakra.span flex="1" srOnly={{ base: true, sm: false }}>
          Search
        </chakra.span>
        <Kbd hideBelow="sm" aria-hidden>
          {isMac ? '⌘K' : 'Ctrl K'}
        </Kbd>
      </Trigger>
      <Box ref={dialog} aria-label="Search">
        {open && children(close)}
      </Box>
    </>
  )
}

function readIsMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
