'use client'

import { chakra, defineRecipe } from '@chakra-ui/react/styled-system'
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
  /** Several inputs share the label: check lists (`group`) and radio cards (`radiogroup`). */
  as?: 'field' | 'group' | 'radiogroup'
  /** Sits at the far end of the label's line, such as a character counter. */
  corner?: ReactNode
  children: ReactNode
}

const Frame = chakra('div', { base: { display: 'grid', gap: '1.5', minW: '0', alignContent: 'start' } })
const LabelLine = chakra('div', { base: { display: 'flex', justifyContent: 'space-between', gap: '3' } })
const labelRecipe = defineRecipe({
  base: { textStyle: 'label', color: 'fg', '& > [aria-hidden]': { color: 'fg.error', ms: '0.5' } },
})
const FieldLabel = chakra('label', labelRecipe)
const GroupLabel = chakra('span', labelRecipe)
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
      {required && <span aria-hidden>*</span>}
    </>
  )
  const isGroup = as !== 'field'
  const group = isGroup && {
    role: as,
    'aria-labelledby': labelId,
    'aria-describedby': [props.errorId, props.hintId].filter(Boolean).join(' ') || undefined,
    'aria-required': (as === 'radiogroup' && required) || undefined,
    'aria-invalid': (as === 'radiogroup' && message !== undefined) || undefined,
  }
  const labelled = isGroup ? (
    <GroupLabel id={labelId} srOnly={hideLabel || undefined}>
      {text}
    </GroupLabel>
  ) : (
    <FieldLabel id={labelId} htmlFor={controlId} srOnly={hideLabel || undefined}>
      {text}
    </FieldLabel>
  )
  return (
    <Frame id={`field-${path}`} {...group}>
      {props.corner ? (
        <LabelLine>
          {labelled}
          {props.corner}
        </LabelLine>
      ) : (
        labelled
      )}
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
