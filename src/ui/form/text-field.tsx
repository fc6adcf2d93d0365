'use client'

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ControlGroup, ControlInput } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

export interface TextFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'search'>
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'numeric' | 'decimal'
  autoCapitalize?: 'none' | 'words' | 'sentences'
  spellCheck?: boolean
  autoFocus?: boolean
  maxLength?: number
  size?: 'sm' | 'md' | 'lg'
  /** Fixed text inside the box, such as `https://` or `.example.com`. */
  prefix?: string
  suffix?: string
  /** Icon or button inside the box at its end. */
  end?: ReactNode
  /** What stands in the form for what was typed, such as its lower-case form. */
  transform?: (typed: string) => string
  onValueChange?: (value: string) => void
}

/** One line of text bound to the form. */
export function TextField<TValues extends FieldValues, TTransformed = TValues>(
  props: TextFieldProps<TValues, TTransformed>,
) {
  const { type = 'text', prefix, suffix, end, transform, onValueChange, size = 'md', spellCheck } = props
  const { field, value, frame, input } = useField(props)
  const endText = suffix ?? (end ? 'xxx' : '')
  return (
    <FieldFrame {...frame}>
      <ControlGroup
        start={prefix}
        end={
          (suffix || end) && (
            <>
              {end}
              {suffix}
            </>
          )
        }
      >
        <ControlInput
          {...input}
          type={type}
          size={size}
          value={readText(value)}
          onChange={(event) => {
            const next = transform ? transform(event.target.value) : event.target.value
            field.onChange(next)
            onValueChange?.(next)
          }}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete}
          inputMode={props.inputMode}
          autoCapitalize={props.autoCapitalize}
          spellCheck={spellCheck}
          autoFocus={props.autoFocus}
          maxLength={props.maxLength}
          dir={type === 'text' ? 'auto' : undefined}
          {...(prefix ? { ps: `calc(${prefix.length}ch + 1.25rem)` } : {})}
          {...(endText ? { pe: `calc(${endText.length + (end && suffix ? 3 : 0)}ch + 1.25rem)` } : {})}
        />
      </ControlGroup>
    </FieldFrame>
  )
}
