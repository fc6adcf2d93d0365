'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert, Plus, X } from 'lucide-react'
import { ControlInput } from '#src/ui/form/control.tsx'
import { useField } from '#src/ui/form/use-field.ts'
import type { Weekday } from '../../fields/availability.ts'
import { weekdayNames } from './describe-hours.ts'
import { addSpan, fromEndInput, hasRoom, toClockInput, type Span } from './edit-hours.ts'

const MOST_SPANS = 6

const Line = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr) auto', sm: '6.5rem minmax(0, 1fr) auto' },
    columnGap: '3',
    rowGap: '1.5',
    alignItems: 'start',
    py: '1.5',
    borderTopWidth: '1px',
    borderColor: 'border.muted',
  },
})
const Name = chakra('span', { base: { lineHeight: { base: '2.75rem', sm: '2rem' }, fontWeight: 'medium' } })
const Spans = chakra('div', {
  base: {
    display: 'grid',
    gap: '1.5',
    gridColumn: { base: '1 / -1', sm: '2' },
    gridRow: { base: '2', sm: '1' },
    _empty: { display: 'none' },
  },
})

interface AvailabilityDayProps {
  /** path of the day in the form */
  name: string
  day: Weekday
  /** of the whole field, for the error summary */
  label: string
}

/** One day of the week: free, or some spans of hours. */
export function AvailabilityDay({ name, day, label }: AvailabilityDayProps) {
  const dayName = weekdayNames[day]
  const { field, value, frame, input } = useField({ name, label: `${label}, ${dayName}` })
  const spans = Array.isArray(value) ? (value as Span[]) : []

  function setSpan(index: number, change: Partial<Span>): void {
    field.onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)))
  }

  function add(): void {
    field.onChange(addSpan(spans))
    focusLater(`${input.id}-from-${spans.length}`)
  }

  function remove(index: number): void {
    field.onChange(spans.filter((_, at) => at !== index))
    focusLater(`${input.id}-add`)
  }

  return (
    <Line role="group" aria-label={dayName} id={`field-${name}`}>
      <Name>
        {dayName}
        {spans.length === 0 && (
          <chakra.span hideFrom="sm" color="fg.muted" fontWeight="normal" ms="2">
            Free
          </chakra.span>
        )}
      </Name>
      <Spans>
        {spans.map((span, index) => (
          <chakra.div key={index} display="flex" alignItems="center" gap="1.5">
            <Clock
              id={`${input.id}-from-${index}`}
              ref={index === 0 ? field.ref : undefined}
              aria-label={`${dayName} from`}
              value={span.from}
              aria-invalid={input['aria-invalid']}
              aria-describedby={input['aria-describedby']}
              onBlur={field.onBlur}
              onChange={(event) => setSpan(index, { from: event.target.value })}
            />
            <span aria-hidden>–</span>
            <Clock
              aria-label={`${dayName} to`}
              value={toClockInput(span.to)}
              aria-invalid={input['aria-invalid']}
              aria-describedby={input['aria-describedby']}
              onBlur={field.onBlur}
              onChange={(event) => setSpan(index, { to: fromEndInput(event.target.value) })}
            />
            <Button
              type="button"
              variant="ghost"
              size="sm"
              px="0"
              aria-label={`Remove ${span.from} to ${span.to} on ${dayName}`}
              onClick={() => remove(index)}
            >
              <X />
            </Button>
          </chakra.div>
        ))}
        {spans.length === 0 && (
          <chakra.span hideBelow="sm" color="fg.muted" lineHeight="2rem">
            Free
          </chakra.span>
        )}
        {frame.message && (
          <chakra.p id={`${input.id}-error`} display="flex" gap="1.5" color="fg.error" textStyle="sm">
            <CircleAlert size={14} aria-hidden />
            {frame.message}
          </chakra.p>
        )}
      </Spans>
      <Button
        id={`${input.id}-add`}
        type="button"
        variant="ghost"
        size="sm"
        px="0"
        aria-label={`Add hours on ${dayName}`}
        disabled={spans.length >= MOST_SPANS || !hasRoom(spans)}
        onClick={add}
      >
        <Plus />
      </Button>
    </Line>
  )
}

const Clock = chakra(
  ControlInput,
  {
    base: {
      flex: '1',
      minW: '0',
      maxW: { base: '10rem', sm: '7.25rem' },
      px: '2',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  {
    defaultProps: { type: 'time', step: 300, size: 'sm', required: true },
  },
)

/** The element is on the page only after the change has been drawn. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
