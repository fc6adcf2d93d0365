'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { FieldValues } from 'react-hook-form'
import { ControlInput } from '#src/ui/form/control.tsx'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import { readText, useField, type FieldProps } from '#src/ui/form/use-field.ts'

const Row = chakra('div', { base: { display: 'flex', gap: '2' } })
const Swatch = chakra('input', {
  base: {
    appearance: 'none',
    flexShrink: '0',
    boxSize: { base: '11', sm: '10' },
    p: '1',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderColor: 'border.control',
    borderRadius: 'control',
    cursor: 'button',
    focusVisibleRing: 'outside',
    '&::-webkit-color-swatch-wrapper': { p: '0' },
    '&::-webkit-color-swatch': { border: 'none', borderRadius: 'sm' },
  },
})

const HEX = /^#[0-9a-f]{6}$/i

/** A colour, picked or typed as `#rrggbb`. */
export function ColourField<TValues extends FieldValues, TTransformed = TValues>(
  props: FieldProps<TValues, TTransformed>,
) {
  const { field, value, frame, input } = useField(props)
  const text = readText(value)
  return (
    <FieldFrame {...frame}>
      <Row>
        <Swatch
          type="color"
          aria-label={`Pick: ${props.label}`}
          value={HEX.test(text) ? text : '#000000'}
          onChange={(event) => field.onChange(event.target.value)}
        />
        <ControlInput
          {...input}
          value={text}
          onChange={(event) => field.onChange(withHash(event.target.value))}
          fontFamily="mono"
          spellCheck={false}
          autoComplete="off"
          maxLength={7}
        />
      </Row>
    </FieldFrame>
  )
}

function withHash(typed: string): string {
  const text = typed.trim()
  return text === '' || text.startsWith('#') ? text : `#${text}`
}
