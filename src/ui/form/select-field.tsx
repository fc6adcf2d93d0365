'use client'

import { ChevronDown } from 'lucide-react'
import type { FieldValues } from 'react-hook-form'
import { ControlGroup, ControlSelect } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

/** One thing to choose. */
export interface Choice {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  options: readonly Choice[]
  /** Shown while nothing is chosen; with it the choice can be emptied unless the field is required. */
  placeholder?: string
  autoComplete?: string
  onValueChange?: (value: string) => void
}

/** A native select: light, and the phone's own picker on phones. */
export function SelectField<TValues extends FieldValues, TTransformed = TValues>(
  props: SelectFieldProps<TValues, TTransformed>,
) {
  const { options, placeholder, required, onValueChange } = props
  const { field, value, frame, input } = useField(props)
  const { readOnly, ...selectProps } = input
  return (
    <FieldFrame {...frame}>
      <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
        <ControlSelect
          {...selectProps}
          disabled={selectProps.disabled || readOnly}
          value={readText(value)}
          onChange={(event) => {
            field.onChange(event.target.value)
            onValueChange?.(event.target.value)
          }}
          autoComplete={props.autoComplete}
          pe="9"
          textOverflow="ellipsis"
        >
          {placeholder !== undefined && (
            <option value="" disabled={required}>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </ControlSelect>
      </ControlGroup>
    </FieldFrame>
  )
}
