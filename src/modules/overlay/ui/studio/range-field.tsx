'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import { useField, type FieldProps } from '#src/ui/form/use-field.ts'

const Slider = chakra('input', {
  base: {
    w: '100%',
    h: { base: '11', sm: '10' },
    accentColor: 'accent',
    cursor: 'button',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

interface RangeFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  min: number
  max: number
  step?: number
  unit: string
}

/** A number by feel, with what it is at the end of the label's line. */
export function RangeField<TValues extends FieldValues, TTransformed = TValues>(
  props: RangeFieldProps<TValues, TTransformed>,
) {
  const { min, max, step = 1, unit } = props
  const { field, value, frame, input } = useField(props)
  const { readOnly, ...slider } = input
  const number = typeof value === 'number' ? value : min
  return (
    <FieldFrame
      {...frame}
      corner={
        <chakra.output htmlFor={input.id} color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
          {number} {unit}
        </chakra.output>
      }
    >
      <Slider
        {...slider}
        type="range"
        min={min}
        max={max}
        step={step}
        value={number}
        disabled={slider.disabled || readOnly}
        aria-valuetext={`${number} ${unit}`}
        onChange={(event) => field.onChange(event.target.valueAsNumber)}
      />
    </FieldFrame>
  )
}
