'use client'

import { chakra } from '@chakra-ui/react/styled-system'

const tick = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%23000' stroke-width='2.4' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m3.5 8.5 3 3 6-7'/%3E%3C/svg%3E")`

const box = {
  appearance: 'none',
  flexShrink: '0',
  boxSize: '4.5',
  display: 'grid',
  placeContent: 'center',
  borderWidth: '1px',
  borderColor: 'border.control',
  bg: 'bg.panel',
  cursor: 'button',
  outline: '0',
  focusVisibleRing: 'outside',
  transitionProperty: 'background-color, border-color',
  transitionDuration: 'fast',
  _hover: { borderColor: 'accent' },
  _before: {
    content: '""',
    boxSize: '3.5',
    transform: 'scale(0)',
    bg: 'accent.contrast',
    transitionProperty: 'transform',
    transitionDuration: 'fast',
  },
  _checked: { bg: 'accent', borderColor: 'accent', _before: { transform: 'scale(1)' } },
  _invalid: { borderColor: 'border.error' },
  // Forced colours take the painted tick away; the browser's own box is right there.
  _highContrast: { appearance: 'auto', _before: { display: 'none' } },
  _disabled: {
    cursor: 'disabled',
    bg: 'bg.muted',
    borderColor: 'border.emphasized',
    _checked: { bg: 'fg.subtle', borderColor: 'fg.subtle' },
  },
} as const

/** A native checkbox and a native radio in the system's look: no script, all of the browser's behaviour. */
export const CheckboxInput = chakra('input', {
  base: {
    ...box,
    borderRadius: 'sm',
    _before: { ...box._before, mask: `${tick} center / contain no-repeat` },
    _indeterminate: {
      bg: 'accent',
      borderColor: 'accent',
      _before: { transform: 'scale(1)', mask: 'none', w: '2', h: '0.5' },
    },
  },
})
export const RadioInput = chakra('input', {
  base: { ...box, borderRadius: 'full', _before: { ...box._before, boxSize: '1.5', borderRadius: 'full' } },
})

/** The whole line is the target, 44 px high on phones. */
export const ChoiceLine = chakra('label', {
  base: {
    display: 'flex',
    gap: '3',
    alignItems: 'flex-start',
    minH: { base: '11', sm: '8' },
    py: { base: '3', sm: '1.5' },
    cursor: 'button',
    '& input': { mt: '0.5' },
    // Plain elements inside, styled from here: a styled one each would triple what a line costs to render.
    '& [data-part=body]': { flex: '1', minW: '0' },
    '& [data-part=note]': { display: 'block', color: 'fg.muted', textStyle: 'sm' },
    '& [data-part=aside]': { color: 'fg.muted', textStyle: 'sm', whiteSpace: 'nowrap' },
    '& [data-part=mark]': { color: 'fg.error', ms: '0.5' },
  },
})
