'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { RadioInput } from './choice-control.tsx'
import { FieldFrame } from './field-frame.tsx'
import { useField, type FieldProps } from './use-field.ts'

/** One card. */
export interface RadioCard {
  value: string
  label: string
  description?: ReactNode
  icon?: ReactNode
  /** Short text at the card's end, such as a price. */
  aside?: ReactNode
  disabled?: boolean
}

export interface RadioCardsFieldProps<TValues extends FieldValues, TTransformed = TValues> extends FieldProps<
  TValues,
  TTransformed
> {
  options: readonly RadioCard[]
  columns?: 1 | 2 | 3
  onValueChange?: (value: string) => void
}

const Card = chakra('label', {
  base: {
    position: 'relative',
    display: 'flex',
    gap: '3',
    alignItems: 'flex-start',
    p: '4',
    minH: '11',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderColor: 'border.emphasized',
    borderRadius: 'panel',
    cursor: 'button',
    transitionProperty: 'border-color, background-color, box-shadow',
    transitionDuration: 'fast',
    _hover: { borderColor: 'border.control' },
    '&:has(:checked)': {
      borderColor: 'accent',
      bg: 'accent.subtle',
      boxShadow: 'inset 0 0 0 1px {colors.accent}',
    },
    '&:has(:focus-visible)': { outline: '2px solid {colors.accent}', outlineOffset: '2px' },
    '&:has(:disabled)': { cursor: 'disabled', bg: 'bg.subtle', color: 'fg.muted' },
    '& input': { outline: 'none', mt: '0.5' },
    // Plain elements inside, styled from here: a styled one each would triple what a card costs to render.
    '& [data-part=body]': { flex: '1', minW: '0' },
    '& [data-part=name]': {
      display: 'flex',
      alignItems: 'center',
      gap: '2',
      fontWeight: 'medium',
      _icon: { color: 'accent.fg', flexShrink: '0' },
    },
    '& [data-part=note]': { display: 'block', mt: '0.5', color: 'fg.muted', textStyle: 'sm' },
    '& [data-part=aside]': { color: 'fg.muted', textStyle: 'sm', whiteSpace: 'nowrap' },
  },
})

/** One of a few, each a card with icon, name and a sentence. Arrow keys move as in any radio group. */
export function RadioCardsField<TValues extends FieldValues, TTransformed = TValues>(
  props: RadioCardsFieldProps<TValues, TTransformed>,
) {
  const { options, columns = 2, onValueChange } = props
  const { field, value, frame, input } = useField(props)
  return (
    <FieldFrame {...frame} as="radiogroup">
      <chakra.div
        display="grid"
        gap="3"
        gridTemplateColumns={{ base: '1fr', sm: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {options.map((option, index) => (
          <Card key={option.value}>
            <RadioInput
              type="radio"
              ref={index === 0 ? field.ref : undefined}
              name={`${input.id}-${field.name}`}
              value={option.value}
              checked={value === option.value}
              disabled={input.disabled || option.disabled}
              onBlur={field.onBlur}
              onChange={() => {
                field.onChange(option.value)
                onValueChange?.(option.value)
              }}
            />
            <span data-part="body">
              <span data-part="name">
                {option.icon}
                {option.label}
              </span>
              {option.description && <span data-part="note">{option.description}</span>}
            </span>
            {option.aside && <span data-part="aside">{option.aside}</span>}
          </Card>
        ))}
      </chakra.div>
    </FieldFrame>
  )
}
