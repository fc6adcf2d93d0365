'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Kbd } from '@chakra-ui/react/kbd'
import { Search } from 'lucide-react'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { SearchDialog } from './search-dialog.tsx'

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

/** Opens the search over all records; so does Ctrl or Cmd with K, from anywhere but an open dialog. */
export function RecordSearch() {
  const [open, setOpen] = useState(false)
  const isMac = useSyncExternalStore(subscribeToNothing, readIsMac, () => false)
  const close = useCallback(() => setOpen(false), [])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

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
      <SearchDialog open={open} onClose={close} />
    </>
  )
}

function subscribeToNothing(): () => void {
  return () => undefined
}

function readIsMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
