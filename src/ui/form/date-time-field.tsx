'use client'

import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useFormatSettings } from '../format/format-settings.tsx'
import { fromZonedInput, toZonedInput } from '../format/zoned-input.ts'
import { ControlInput } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

interface DateTimeFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** The clock shown; defaults to that of the nearest `FormatSettingsProvider`. */
  timeZone?: string
  /** Minutes between choices in the picker. */
  step?: number
}

/** A moment shown on the clock of a time zone; the form holds ISO 8601 in UTC, or '' when empty. */
export function DateTimeField<TValues extends FieldValues, TTransformed = TValues>(
  props: DateTimeFieldProps<TValues, TTransformed>,
) {
  const settings = useFormatSettings()
  const { timeZone = settings.timeZone, step = 5, hint } = props
  const { field, value, frame, input } = useField({
    ...props,
    hint: hint ?? `Time in ${timeZone.replaceAll('_', ' ')}`,
  })
  const iso = readText(value)
  const [typed, setTyped] = useState<string>()
  // An hour that the zone skips reads back as a later one; keep what was chosen on screen until the form moves on.
  const isOwn = typed !== undefined && (fromZonedInput(typed, timeZone) ?? '') === iso
  return (
    <FieldFrame {...frame}>
      <ControlInput
        {...input}
        type="datetime-local"
        step={step * 60}
        value={isOwn ? typed : toZonedInput(iso, timeZone)}
        onChange={(event) => {
          setTyped(event.target.value)
          field.onChange(fromZonedInput(event.target.value, timeZone) ?? '')
        }}
        fontVariantNumeric="tabular-nums"
      />
    </FieldFrame>
  )
}
