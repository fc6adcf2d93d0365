'use client'

import { useEffect, useId, type ReactNode } from 'react'
import { useController, type FieldPath, type FieldValues, type UseControllerProps } from 'react-hook-form'
import { rememberFieldLabel } from './field-labels.ts'
import { listFormErrors } from './list-form-errors.ts'
import { useOptionalForm } from './use-optional-form.ts'

/** What every bound field takes. `control` may be left out below a `FormProvider`. */
export interface FieldProps<TValues extends FieldValues, TTransformed = TValues> {
  control?: UseControllerProps<TValues, FieldPath<TValues>, TTransformed>['control']
  name: FieldPath<TValues>
  label: string
  hint?: ReactNode
  required?: boolean
  disabled?: boolean
  readOnly?: boolean
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean
}

/** Binds a field to its form: value and handlers, ids that tie label, hint and error to the input, and the frame's props. */
export function useField<TValues extends FieldValues, TTransformed = TValues>(
  props: FieldProps<TValues, TTransformed>,
) {
  const { name, label, hint, required = false, disabled = false, readOnly = false, hideLabel = false } = props
  const form = useOptionalForm<TValues, unknown, TTransformed>()
  const control = props.control ?? form?.control
  if (!control) throw new Error(`Field "${name}" needs a control or a FormProvider around it`)

  const { field, fieldState } = useController<TValues, FieldPath<TValues>, TTransformed>({ name, control })
  const id = useId()
  useEffect(() => rememberFieldLabel(control, name, label), [control, name, label])

  const message = fieldState.error ? listFormErrors({ [name]: fieldState.error })[0]?.message : undefined
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = message ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ')

  return {
    field,
    /** The form's value; what a path of a generic form leads to is for the field itself to find out. */
    value: field.value as unknown,
    frame: {
      path: name,
      controlId: id,
      labelId: `${id}-label`,
      hintId,
      errorId,
      label,
      hint,
      message,
      required,
      hideLabel,
    },
    input: {
      id,
      ref: field.ref,
      name: field.name,
      onBlur: field.onBlur,
      disabled,
      readOnly,
      'aria-invalid': message ? (true as const) : undefined,
      'aria-required': required || undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}

/** A field's value as text; what is not text reads as ''. */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
