'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { useId, useRef, useState, type ReactNode } from 'react'
import { ControlInput } from '../form/control.tsx'
import { useModal } from '../overlay/use-modal.ts'
import { LiveRegion } from './live-region.tsx'

const Box = chakra('dialog', {
  base: {
    position: 'fixed',
    inset: '0',
    m: 'auto',
    w: 'calc(100vw - 2rem)',
    maxW: 'md',
    maxH: 'calc(100dvh - 2rem)',
    bg: 'bg.panel',
    color: 'fg',
    borderWidth: '1px',
    borderRadius: 'panel',
    boxShadow: 'float',
    overflowY: 'auto',
    _open: { animation: 'scale-in 140ms {easings.out}, fade-in 140ms ease-out' },
    _backdrop: { bg: 'rgb(7 17 19 / 0.45)', animation: 'fade-in' },
  },
})

interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  /** May be asynchronous: the dialog stays, busy, until it settles. A rejection keeps it open and says so. */
  onConfirm: () => void | Promise<void>
  /** A question that names the thing: `Delete “Biscuit”?` */
  title: string
  /** What will happen and whether it can be undone. */
  children?: ReactNode
  /** A verb: `Delete pet`. */
  confirmLabel: string
  cancelLabel?: string
  tone?: 'danger' | 'accent'
  /** The name that has to be typed before the button works. */
  typed?: string
  /** What else is asked for, such as a reason; the one marked `data-autofocus` has the focus then. */
  fields?: ReactNode
  /** `false` while something of that is missing. */
  isReady?: boolean
}

/** Asks before something is destroyed. Cancel has the focus, so that Enter by habit destroys nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useModal(dialog, open, onClose)
  return (
    <Box ref={dialog} role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      {open && <Question {...props} id={id} />}
      {open && <LiveRegion />}
    </Box>
  )
}

/** Mounted anew each time the dialog opens, so that nothing typed or said before is left. */
function Question(props: ConfirmDialogProps & { id: string }) {
  const {
    id,
    onClose,
    onConfirm,
    title,
    confirmLabel,
    cancelLabel = 'Cancel',
    tone = 'danger',
    typed,
    fields,
  } = props
  const [entry, setEntry] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const isReady = !busy && props.isReady !== false && (typed === undefined || entry.trim() === typed)

  async function confirm(): Promise<void> {
    if (!isReady) return
    setBusy(true)
    setFailed(false)
    try {
      await onConfirm()
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }

  return (
    <chakra.form
      display="grid"
      gap="4"
      p="6"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <chakra.h2 id={`${id}-title`} textStyle="lg" fontWeight="semibold" overflowWrap="anywhere">
        {title}
      </chakra.h2>
      <chakra.div id={`${id}-text`} color="fg.muted">
        {props.children}
      </chakra.div>
      {fields}
      {typed !== undefined && (
        <chakra.label display="grid" gap="1.5">
          <span>
            Type <chakra.strong fontWeight="semibold">{typed}</chakra.strong> to go on
          </span>
          <ControlInput
            data-autofocus={fields ? undefined : true}
            value={entry}
            onChange={(event) => setEntry(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </chakra.label>
      )}
      {failed && (
        <chakra.p role="alert" color="fg.error" textStyle="sm">
          That did not work. Nothing has changed; try again in a moment.
        </chakra.p>
      )}
      <chakra.div
        display="flex"
        flexDirection={{ base: 'column-reverse', sm: 'row' }}
        justifyContent="flex-end"
        gap="3"
      >
        <Button
          type="button"
          variant="outline"
          onClick={onClose}
          data-autofocus={typed === undefined && !fields ? true : undefined}
        >
          {cancelLabel}
        </Button>
        <Button type="submit" colorPalette={tone === 'danger' ? 'red' : 'teal'} disabled={!isReady}>
          {busy && <Spinner />}
          {confirmLabel}
        </Button>
      </chakra.div>
    </chakra.form>
  )
}
