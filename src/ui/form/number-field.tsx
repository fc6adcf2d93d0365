'use client'

import type { FieldValues } from 'react-hook-form'
import { TypedField } from './typed-field.tsx'
import { parseTypedNumber } from './typed-number.ts'
import type { FieldProps } from './use-field.ts'

interface NumberFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** Brings up the phone's pad without a decimal mark. */
  integer?: boolean
  /** Unit inside the box, such as `kg` or `min`. */
  unit?: string
  placeholder?: string
}

/** A number: the form holds a number, null when empty, NaN for nonsense. Arrow keys and wheel do not change it. */
export function NumberField<TValues extends FieldValues, TTransformed = TValues>(
  props: NumberFieldProps<TValues, TTransformed>,
) {
  const { integer = false, unit, ...field } = props
  return (
    <TypedField
      {...field}
      parse={parseTypedNumber}
      print={String}
      inputMode={integer ? 'numeric' : 'decimal'}
      suffix={unit}
    />
  )
}
