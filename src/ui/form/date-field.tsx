'use client'

import type { FieldValues } from 'react-hook-form'
import { ControlInput } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

interface DateFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** Earliest and latest day, `2026-03-12`. */
  min?: string
  max?: string
  autoComplete?: 'bday'
}

/** A calendar day by the browser's own picker; the form holds `2026-03-12`, or '' when empty. */
export function DateField<TValues extends FieldValues, TTransformed = TValues>(
  props: DateFieldProps<TValues, TTransformed>,
) {
  const { field, value, frame, input } = useField(props)
  return (
    <FieldFrame {...frame}>
      <ControlInput
        {...input}
        type="date"
        value={readText(value)}
        onChange={field.onChange}
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
        fontVariantNumeric="tabular-nums"
      />
    </FieldFrame>
  )
}
