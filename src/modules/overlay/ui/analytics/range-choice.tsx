'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** Spans to look back over, by what the address calls them. */
export const ranges = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
] as const

const Bar = chakra('div', {
  base: { display: 'inline-flex', p: '0.5', bg: 'bg.muted', borderRadius: 'control' },
})
const Choice = chakra('label', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    minH: { base: '11', sm: '8' },
    px: '3',
    borderRadius: 'md',
    color: 'fg.muted',
    textStyle: 'sm',
    fontWeight: 'medium',
    cursor: 'button',
    _hover: { color: 'fg' },
    '&:has(:checked)': { bg: 'bg.panel', color: 'fg' },
    '&:has(:focus-visible)': { outline: '2px solid {colors.accent}' },
  },
})

interface RangeChoiceProps {
  value: string
  onChange: (value: string) => void
}

/** How far to look back. */
export function RangeChoice({ value, onChange }: RangeChoiceProps) {
  return (
    <Bar role="radiogroup" aria-label="Time span">
      {ranges.map((range) => (
        <Choice key={range.value}>
          <chakra.input
            type="radio"
            srOnly
            name="range"
            value={range.value}
            checked={value === range.value}
            onChange={() => onChange(range.value)}
          />
          {range.label}
        </Choice>
      ))}
    </Bar>
  )
}
