'use client'

import { chakra } from '@chakra-ui/react/styled-system'

const Group = chakra('div', {
  base: { display: 'inline-flex', p: '0.5', gap: '0.5', bg: 'bg.muted', borderRadius: 'control' },
})
const Segment = chakra('button', {
  base: {
    h: { base: '10', sm: '7' },
    px: '3',
    borderRadius: 'md',
    textStyle: 'sm',
    fontWeight: 'medium',
    color: 'fg.muted',
    whiteSpace: 'nowrap',
    cursor: 'button',
    outline: '0',
    focusVisibleRing: 'outside',
    _hover: { color: 'fg' },
    '&[aria-pressed=true]': {
      bg: 'bg.panel',
      color: 'fg',
      boxShadow: '0 0 0 1px {colors.border.emphasized}',
    },
  },
})

interface SegmentsProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few views that exclude each other. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  return (
    <Group role="group" aria-label={label}>
      {options.map((option) => (
        <Segment
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </Segment>
      ))}
    </Group>
  )
}
