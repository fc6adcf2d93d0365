'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import { ConfirmDialog } from '../feedback/confirm-dialog.tsx'

interface UnsavedChanges {
  /** Runs the action at once, or after the person has agreed to lose what was typed. */
  guard: (action: () => void) => void
  /** Render it inside the page or drawer, but outside the form: it holds a form of its own. */
  dialog: ReactNode
}

/**
 * Warns before what was typed is lost: on closing the tab (the browser's own question), on following a link, and on
 * whatever is wrapped in `guard`, such as closing a drawer. Pass the form's `isDirty`.
 */
export function useUnsavedChangesWarning(isDirty: boolean): UnsavedChanges {
  const router = useRouter()
  const [pending, setPending] = useState<() => void>()

  useEffect(() => {
    if (!isDirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const address = findPlainLink(event)
      if (!address) return
      event.preventDefault()
      event.stopPropagation()
      setPending(() => () => router.push(address))
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [isDirty, router])

  return {
    guard: (action) => {
      if (isDirty) setPending(() => action)
      else action()
    },
    dialog: (
      <ConfirmDialog
        open={pending !== undefined}
        onClose={() => setPending(undefined)}
        onConfirm={() => {
          setPending(undefined)
          pending?.()
        }}
        title="Leave without saving?"
        confirmLabel="Leave"
        cancelLabel="Keep editing"
      >
        What you typed here has not been saved yet.
      </ConfirmDialog>
    ),
  }
}

/** The address within this site that a plain click is about to open in this tab. */
function findPlainLink(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return undefined
  if ((link.target !== '' && link.target !== '_self') || link.origin !== window.location.origin)
    return undefined
  const isSamePage = link.pathname === window.location.pathname && link.search === window.location.search
  return isSamePage ? undefined : `${link.pathname}${link.search}${link.hash}`
}
