'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface FieldFrameProps {
  path: string
  controlId: string
  labelId: string
  hintId?: string | undefined
  errorId?: string | undefined
  label: string
  hint?: ReactNode
  message?: string | undefined
  required?: boolean
  hideLabel?: boolean
  /** `group`: several inputs share the label (radio cards, check lists). */
  as?: 'field' | 'group'
  /** Sits at the far end of the label's line, such as a character counter. */
  corner?: ReactNode
  children: ReactNode
}

const Frame = chakra('div', { base: { display: 'grid', gap: '1.5', minW: '0', alignContent: 'start' } })
const LabelLine = chakra('div', { base: { display: 'flex', justifyContent: 'space-between', gap: '3' } })
const labelStyle = { base: { textStyle: 'label', color: 'fg' } } as const
const FieldLabel = chakra('label', labelStyle)
const GroupLabel = chakra('span', labelStyle)
const RequiredMark = chakra('span', { base: { color: 'fg.error', ms: '0.5' } })
const ErrorLine = chakra('p', {
  base: {
    display: 'flex',
    gap: '1.5',
    alignItems: 'flex-start',
    color: 'fg.error',
    textStyle: 'sm',
    _icon: { mt: '3px', flexShrink: '0' },
  },
})
const Hint = chakra('div', { base: { color: 'fg.muted', textStyle: 'sm' } })

/** Label with its required mark, the input, then the error and the hint below it. */
export function FieldFrame(props: FieldFrameProps) {
  const { path, controlId, labelId, label, required, hideLabel = false, as = 'field', message } = props
  const text = (
    <>
      {label}
      {required && <RequiredMark aria-hidden>*</RequiredMark>}
    </>
  )
  const isGroup = as === 'group'
  const group = isGroup && {
    role: 'group',
    'aria-labelledby': labelId,
    'aria-describedby': [props.errorId, props.hintId].filter(Boolean).join(' ') || undefined,
  }
  return (
    <Frame id={`field-${path}`} {...group}>
      <LabelLine srOnly={hideLabel}>
        {isGroup ? (
          <GroupLabel id={labelId}>{text}</GroupLabel>
        ) : (
          <FieldLabel id={labelId} htmlFor={controlId}>
            {text}
          </FieldLabel>
        )}
        {props.corner}
      </LabelLine>
      {props.children}
      {message && (
        <ErrorLine id={props.errorId}>
          <CircleAlert size={14} aria-hidden />
          <span>{message}</span>
        </ErrorLine>
      )}
      {props.hint && <Hint id={props.hintId}>{props.hint}</Hint>}
    </Frame>
  )
}
