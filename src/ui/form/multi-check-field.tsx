'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { CheckboxInput, ChoiceLine } from './choice-control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'

interface MultiCheckFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  options: readonly {
    value: string
    label: string
    description?: ReactNode
    aside?: ReactNode
    disabled?: boolean
  }[]
  columns?: 1 | 2 | 3
}

/** Any of several; the form holds the chosen values in the order of the options. */
export function MultiCheckField<TValues extends FieldValues, TTransformed = TValues>(
  props: MultiCheckFieldProps<TValues, TTransformed>,
) {
  const { options, columns = 1 } = props
  const { field, value, frame, input } = useField(props)
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

  function toggle(value: string, checked: boolean): void {
    const next = new Set(chosen)
    if (checked) next.add(value)
    else next.delete(value)
    field.onChange(options.map((option) => option.value).filter((option) => next.has(option)))
  }

  return (
    <FieldFrame {...frame} as="group">
      <chakra.div
        display="grid"
        columnGap="6"
        gridTemplateColumns={{ base: '1fr', sm: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {options.map((option, index) => (
          <ChoiceLine key={option.value}>
            <CheckboxInput
              type="checkbox"
              ref={index === 0 ? field.ref : undefined}
              name={field.name}
              value={option.value}
              checked={chosen.includes(option.value)}
              disabled={input.disabled || input.readOnly || option.disabled}
              aria-invalid={input['aria-invalid']}
              onBlur={field.onBlur}
              onChange={(event) => toggle(option.value, event.target.checked)}
            />
            <span data-part="body">
              {option.label}
              {option.description && <span data-part="note">{option.description}</span>}
            </span>
            {option.aside && <span data-part="aside">{option.aside}</span>}
          </ChoiceLine>
        ))}
      </chakra.div>
    </FieldFrame>
  )
}
