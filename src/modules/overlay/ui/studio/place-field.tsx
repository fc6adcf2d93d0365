'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from '#src/ui/form/field-frame.tsx'
import { useField, type FieldProps } from '#src/ui/form/use-field.ts'
import { overlayPlaces } from '../../scene/layout.ts'
import { placeNames } from './look.ts'

const Screen = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, 1fr)',
    gap: '1',
    p: '1',
    w: '100%',
    maxW: '13rem',
    bg: 'bg.muted',
    borderRadius: 'control',
  },
})
const Spot = chakra('label', {
  base: {
    display: 'grid',
    placeItems: 'center',
    minH: { base: '11', sm: '8' },
    borderRadius: 'sm',
    borderWidth: '1px',
    borderColor: 'transparent',
    cursor: 'button',
    _hover: { bg: 'bg.emphasized' },
    '&:has(:checked)': { bg: 'accent', color: 'accent.contrast' },
    '&:has(:focus-visible)': { outline: '2px solid {colors.accent}', outlineOffset: '2px' },
    '& > span': { w: '60%', h: '1.5', borderRadius: 'full', bg: 'currentcolor', opacity: '0.55' },
    '&:has(:checked) > span': { opacity: '1' },
  },
})

/** Where on the screen, on a small picture of it. Arrow keys move as in any radio group. */
export function PlaceField<TValues extends FieldValues, TTransformed = TValues>(
  props: FieldProps<TValues, TTransformed>,
) {
  const { field, value, frame, input } = useField(props)
  return (
    <FieldFrame {...frame} as="radiogroup">
      <Screen>
        {overlayPlaces.map((place, index) => (
          <Spot key={place} title={placeNames[place]}>
            <chakra.input
              type="radio"
              srOnly
              ref={index === 0 ? field.ref : undefined}
              name={`${input.id}-${field.name}`}
              value={place}
              checked={value === place}
              disabled={input.disabled}
              aria-label={placeNames[place]}
              onBlur={field.onBlur}
              onChange={() => field.onChange(place)}
            />
            <span aria-hidden />
          </Spot>
        ))}
      </Screen>
    </FieldFrame>
  )
}
