'use client'

import { useEffect, useEffectEvent, type RefObject } from 'react'

let openModals = 0

function lockScroll(): () => void {
  const page = document.documentElement
  if (openModals === 0) {
    // Where scroll bars take room, the page must not jump sideways when its own disappears.
    page.style.paddingInlineEnd = `${window.innerWidth - page.clientWidth}px`
    page.style.overflow = 'hidden'
  }
  openModals += 1
  return () => {
    openModals -= 1
    if (openModals > 0) return
    page.style.paddingInlineEnd = ''
    page.style.overflow = ''
  }
}

/**
 * Opens and closes a native modal dialog: the browser traps focus, makes the rest inert and gives focus back. An element
 * inside marked `data-autofocus` gets it first. `onDismiss` runs on Escape and on a click beside the dialog.
 */
export function useModal(
  dialog: RefObject<HTMLDialogElement | null>,
  open: boolean,
  onDismiss: () => void,
): void {
  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    const opener = document.activeElement
    element.showModal()
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    const unlock = lockScroll()
    return () => {
      unlock()
      element.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [dialog, open])

  // What the last render said counts, not the one whose effects ran last: a key may come between the two.
  const dismiss = useEffectEvent(onDismiss)

  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    let pressedBeside = false
    const onCancel = (event: Event) => {
      // Whether it closes is for the owner to say; there may be changes to lose.
      event.preventDefault()
      if (event.target === element) dismiss()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      // Chromium closes on a second Escape no matter what `cancel` said. A menu or list that is open inside takes the
      // key for itself.
      if (event.key !== 'Escape' || element.querySelector(':popover-open:not([role=tooltip])')) return
      event.preventDefault()
      event.stopPropagation()
      dismiss()
    }
    const onPointerDown = (event: PointerEvent) => {
      pressedBeside = event.target === element
    }
    const onClick = (event: MouseEvent) => {
      if (pressedBeside && event.target === element) dismiss()
    }
    element.addEventListener('cancel', onCancel)
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('pointerdown', onPointerDown)
    element.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('cancel', onCancel)
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('pointerdown', onPointerDown)
      element.removeEventListener('click', onClick)
    }
  }, [dialog, open])
}
