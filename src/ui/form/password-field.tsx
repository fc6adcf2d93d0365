'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ControlGroup, ControlInput } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { PasswordStrength, type PasswordScore } from './password-strength.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

export interface PasswordFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  autoComplete: 'new-password' | 'current-password'
  autoFocus?: boolean
  /** Judges what was typed; with it a strength meter stands below the input. */
  score?: (password: string) => PasswordScore
}

const Toggle = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: { base: '11', sm: '8' },
    me: { base: '-3', sm: '-2' },
    borderRadius: 'md',
    color: 'fg.muted',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg', bg: 'bg.muted' },
  },
})

/** A password with a button that shows it, and a strength meter when given a `score` function. */
export function PasswordField<TValues extends FieldValues, TTransformed = TValues>(
  props: PasswordFieldProps<TValues, TTransformed>,
) {
  const [shown, setShown] = useState(false)
  const { field, value, frame, input } = useField(props)
  const text = readText(value)
  const Icon = shown ? EyeOff : Eye
  return (
    <FieldFrame {...frame}>
      <ControlGroup
        end={
          <Toggle
            type="button"
            aria-label={`Show ${props.label.toLowerCase()}`}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon size={18} />
          </Toggle>
        }
      >
        <ControlInput
          {...input}
          type={shown ? 'text' : 'password'}
          value={text}
          onChange={field.onChange}
          autoComplete={props.autoComplete}
          autoFocus={props.autoFocus}
          autoCapitalize="none"
          spellCheck={false}
          pe="11"
        />
      </ControlGroup>
      {props.score && <PasswordStrength score={text ? props.score(text) : undefined} />}
    </FieldFrame>
  )
}
