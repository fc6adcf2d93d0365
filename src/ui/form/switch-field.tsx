'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { FieldValues } from 'react-hook-form'
import { ChoiceLine } from './choice-control.tsx'
import { useField, type FieldProps } from './use-field.ts'

const Track = chakra('input', {
  base: {
    appearance: 'none',
    flexShrink: '0',
    position: 'relative',
    w: '9',
    h: '5',
    borderRadius: 'full',
    bg: 'border.control',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    transitionProperty: 'background-color',
    transitionDuration: 'moderate',
    _before: {
      content: '""',
      position: 'absolute',
      top: '0.5',
      insetInlineStart: '0.5',
      boxSize: '4',
      borderRadius: 'full',
      bg: 'white',
      transitionProperty: 'transform',
      transitionDuration: 'moderate',
      transitionTimingFunction: 'out',
    },
    _checked: { bg: 'accent', _before: { transform: 'translateX(1rem)', bg: 'accent.contrast' } },
    _highContrast: { appearance: 'auto', w: '4.5', h: '4.5', _before: { display: 'none' } },
    _disabled: { cursor: 'disabled', opacity: '0.5' },
  },
})

/** On or off, with the label first and the switch at the end of the line; for what takes effect when saved. */
export function SwitchField<TValues extends FieldValues, TTransformed = TValues>(
  props: FieldProps<TValues, TTransformed>,
) {
  const { field, value, frame, input } = useField(props)
  const { readOnly, ...inputProps } = input
  return (
    <chakra.div id={`field-${frame.path}`}>
      <ChoiceLine justifyContent="space-between">
        <chakra.span>
          <chakra.span display="block" fontWeight="medium">
            {frame.label}
          </chakra.span>
          {frame.hint && (
            <chakra.span id={frame.hintId} display="block" color="fg.muted" textStyle="sm">
              {frame.hint}
            </chakra.span>
          )}
        </chakra.span>
        <Track
          {...inputProps}
          type="checkbox"
          role="switch"
          disabled={inputProps.disabled || readOnly}
          checked={value === true}
          onChange={(event) => field.onChange(event.target.checked)}
        />
      </ChoiceLine>
      {frame.message && (
        <chakra.p id={frame.errorId} color="fg.error" textStyle="sm">
          {frame.message}
        </chakra.p>
      )}
    </chakra.div>
  )
}
