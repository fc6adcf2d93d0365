'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { useEffect, useRef, type ReactNode } from 'react'
import { useOptionalForm } from './use-optional-form.ts'

export interface SubmitBarProps {
  label: string
  /** Said instead of `label` while it runs. */
  busyLabel?: string
  /** Defaults to the form's own `isSubmitting` below a `FormProvider`. */
  busy?: boolean
  disabled?: boolean
  /** Secondary action at the left: Back or Cancel. */
  back?: { label: string; onClick: () => void } | undefined
  /** Stays at the bottom edge while a long form scrolls. */
  sticky?: boolean
  tone?: 'accent' | 'danger'
  icon?: ReactNode
}

const Bar = chakra('div', {
  base: {
    display: 'flex',
    flexDirection: { base: 'column-reverse', sm: 'row' },
    justifyContent: 'space-between',
    gap: '3',
    pt: '2',
  },
  variants: {
    sticky: {
      true: {
        position: 'sticky',
        // The inner space of what scrolls keeps it from the very edge.
        bottom: 'calc(-1 * var(--surface-end, 0rem))',
        zIndex: 'sticky',
        py: '3',
        borderTopWidth: '1px',
        // A drawer says what it is painted with and how far its edges are.
        bg: 'var(--surface, {colors.bg})',
        mx: 'calc(-1 * var(--surface-inset, 0rem))',
        px: 'var(--surface-inset, 0rem)',
        mb: 'calc(-1 * var(--surface-end, 0rem))',
      },
    },
  },
})

/** Back at the left, the primary action at the right (full width on phones). Ctrl or Cmd with Enter submits from any field. */
export function SubmitBar(props: SubmitBarProps) {
  const { label, busyLabel, disabled, back, sticky = false, tone = 'accent', icon } = props
  const form = useOptionalForm()
  const busy = props.busy ?? form?.formState.isSubmitting ?? false
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = bar.current?.closest('form')
    if (!element) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      element.requestSubmit()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <Bar ref={bar} sticky={sticky}>
      {back ? (
        <Button type="button" variant="ghost" onClick={back.onClick}>
          {back.label}
        </Button>
      ) : (
        <span />
      )}
      {/* Busy is not `disabled`: that would drop the focus of whoever pressed it. */}
      <Button
        type="submit"
        colorPalette={tone === 'danger' ? 'red' : 'teal'}
        disabled={disabled}
        aria-busy={busy || undefined}
        aria-disabled={busy || undefined}
        onClick={(event) => {
          if (busy) event.preventDefault()
        }}
        minW="32"
      >
        {busy ? (
          <>
            <Spinner />
            {busyLabel ?? label}
          </>
        ) : (
          <>
            {label}
            {icon}
          </>
        )}
      </Button>
    </Bar>
  )
}
