'use client'

import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ControlGroup, ControlInput } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'

interface TypedFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  parse: (text: string) => number | null
  print: (value: number) => string
  inputMode: 'numeric' | 'decimal'
  prefix?: string | undefined
  suffix?: string | undefined
  placeholder?: string | undefined
}

/** A number that stays as typed while one types, and is tidied on leaving. The form holds a number, null, or NaN. */
export function TypedField<TValues extends FieldValues, TTransformed = TValues>(
  props: TypedFieldProps<TValues, TTransformed>,
) {
  const { parse, print, prefix, suffix } = props
  const { field, value, frame, input } = useField(props)
  const number = typeof value === 'number' ? value : null
  const [typed, setTyped] = useState<string>()
  const printed = number === null || Number.isNaN(number) ? '' : print(number)
  // What was typed counts as long as it still means the form's value; a reset or a load replaces it.
  const isOwn = typed !== undefined && Object.is(parse(typed), number)
  return (
    <FieldFrame {...frame}>
      <ControlGroup start={prefix} end={suffix}>
        <ControlInput
          {...input}
          type="text"
          inputMode={props.inputMode}
          autoComplete="off"
          value={isOwn ? typed : printed}
          onChange={(event) => {
            setTyped(event.target.value)
            field.onChange(parse(event.target.value))
          }}
          onBlur={() => {
            if (number !== null && !Number.isNaN(number)) setTyped(undefined)
            field.onBlur()
          }}
          placeholder={props.placeholder}
          fontVariantNumeric="tabular-nums"
          {...(prefix ? { ps: `calc(${prefix.length}ch + 1.25rem)` } : {})}
          {...(suffix ? { pe: `calc(${suffix.length}ch + 1.25rem)` } : {})}
        />
      </ControlGroup>
    </FieldFrame>
  )
}
