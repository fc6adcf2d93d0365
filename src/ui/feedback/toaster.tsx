'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { listToasts, subscribeToToasts, toast, type ToastMessage } from './toast.ts'

const icons = { success: CircleCheck, error: CircleAlert, neutral: Info }

const List = chakra('ol', {
  base: {
    position: 'fixed',
    top: 'auto',
    m: '0',
    bg: 'transparent',
    color: 'inherit',
    overflow: 'visible',
    insetInline: { base: '3', sm: 'auto' },
    insetInlineEnd: { base: '3', sm: '6' },
    bottom: { base: '20', sm: '6' },
    width: { base: 'auto', sm: 'sm' },
    '&:popover-open': { display: 'grid' },
    gap: '2',
    pointerEvents: 'none',
  },
})

const Card = chakra('li', {
  base: {
    display: 'flex',
    gap: '3',
    alignItems: 'flex-start',
    p: '4',
    bg: 'bg.raised',
    color: 'fg',
    borderWidth: '1px',
    borderRadius: 'panel',
    boxShadow: 'float',
    pointerEvents: 'auto',
    animation: 'rise',
  },
})

const Plain = chakra('button', {
  base: {
    borderRadius: 'sm',
    color: 'accent.fg',
    fontWeight: 'medium',
    textStyle: 'sm',
    cursor: 'button',
    focusVisibleRing: 'outside',
    minH: '6',
    minW: '6',
    _hover: { textDecoration: 'underline' },
  },
})

/** The stack of toasts. Mounted by `UiProvider` with the first toast; use `toast` to show one. */
export function Toaster() {
  const messages = useSyncExternalStore(subscribeToToasts, listToasts, listToasts)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    // What enters the top layer last stands above an open dialog, so there it is shown anew.
    const isCovered = document.querySelector('dialog:modal') !== null
    if (element.matches(':popover-open') && (messages.length === 0 || isCovered)) element.hidePopover()
    if (messages.length > 0 && !element.matches(':popover-open')) element.showPopover()
  }, [messages])
  return (
    <section aria-label="Notifications">
      <List ref={list} popover="manual">
        {messages.map((message) => (
          <ToastCard key={message.id} message={message} />
        ))}
      </List>
    </section>
  )
}

function ToastCard({ message }: { message: ToastMessage }) {
  const [held, setHeld] = useState(false)
  const { id, duration, tone, action } = message
  useEffect(() => {
    if (held || duration === 0) return
    const timer = setTimeout(() => toast.dismiss(id), duration)
    return () => clearTimeout(timer)
  }, [held, duration, id])

  const Icon = icons[tone]
  const hue = tone === 'success' ? 'fg.success' : tone === 'error' ? 'fg.error' : 'fg.muted'
  return (
    <Card
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <chakra.span color={hue} mt="0.5">
        <Icon size={18} />
      </chakra.span>
      <chakra.div flex="1" minW="0">
        <chakra.p fontWeight="medium">{message.title}</chakra.p>
        {message.description && (
          <chakra.p color="fg.muted" textStyle="sm" mt="0.5">
            {message.description}
          </chakra.p>
        )}
        {action && (
          <Plain
            type="button"
            mt="2"
            onClick={() => {
              action.onClick()
              toast.dismiss(id)
            }}
          >
            {action.label}
          </Plain>
        )}
      </chakra.div>
      <Plain type="button" aria-label="Dismiss" color="fg.muted" onClick={() => toast.dismiss(id)}>
        <X size={16} />
      </Plain>
    </Card>
  )
}
