'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { CheckboxInput, ChoiceLine } from './choice-control.tsx'
import { useField, type FieldProps } from './use-field.ts'

export interface CheckboxFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  /** Shown instead of the plain label, for text with a link in it. */
  children?: ReactNode
}

/** A yes/no bound to a boolean, with its label beside it. */
export function CheckboxField<TValues extends FieldValues, TTransformed = TValues>(
  props: CheckboxFieldProps<TValues, TTransformed>,
) {
  const { field, value, frame, input } = useField(props)
  const { readOnly, ...inputProps } = input
  return (
    <chakra.div id={`field-${frame.path}`}>
      <ChoiceLine>
        <CheckboxInput
          {...inputProps}
          type="checkbox"
          disabled={inputProps.disabled || readOnly}
          checked={value === true}
          onChange={(event) => field.onChange(event.target.checked)}
        />
        <span>
          {props.children ?? frame.label}
          {frame.required && (
            <span data-part="mark" aria-hidden>
              *
            </span>
          )}
        </span>
      </ChoiceLine>
      {frame.hint && (
        <chakra.div id={frame.hintId} color="fg.muted" textStyle="sm" ps="1.875rem">
          {frame.hint}
        </chakra.div>
      )}
      {frame.message && (
        <chakra.p id={frame.errorId} display="flex" gap="1.5" color="fg.error" textStyle="sm" ps="1.875rem">
          <chakra.span mt="3px">
            <CircleAlert size={14} aria-hidden />
          </chakra.span>
          {frame.message}
        </chakra.p>
      )}
    </chakra.div>
  )
}
