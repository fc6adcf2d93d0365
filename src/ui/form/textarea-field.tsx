'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { FieldValues } from 'react-hook-form'
import { ControlTextarea } from './control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { readText, useField, type FieldProps } from './use-field.ts'

interface TextareaFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  rows?: number
  placeholder?: string
  /** Shows how many characters are left once most are used. */
  maxLength?: number
}

/** Several lines of text, growing with what is typed. */
export function TextareaField<TValues extends FieldValues, TTransformed = TValues>(
  props: TextareaFieldProps<TValues, TTransformed>,
) {
  const { rows = 3, placeholder, maxLength } = props
  const { field, value, frame, input } = useField(props)
  const text = readText(value)
  const left = maxLength === undefined ? undefined : maxLength - text.length
  const isCounting = left !== undefined && maxLength !== undefined && left <= maxLength / 5
  return (
    <FieldFrame
      {...frame}
      corner={
        isCounting && (
          <chakra.span textStyle="xs" color="fg.muted" fontVariantNumeric="tabular-nums" role="status">
            {left} left
          </chakra.span>
        )
      }
    >
      <ControlTextarea
        {...input}
        multiline
        fieldSizing="content"
        maxH="96"
        rows={rows}
        value={text}
        onChange={field.onChange}
        placeholder={placeholder}
        maxLength={maxLength}
        dir="auto"
      />
    </FieldFrame>
  )
}
