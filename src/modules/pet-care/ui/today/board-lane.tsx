'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useId } from 'react'
import { BoardCard } from './board-card.tsx'
import type { Lane } from './board-lanes.ts'

const List = chakra('ul', { base: { display: 'grid', gap: '3', listStyle: 'none' } })
const Nothing = chakra('p', {
  base: {
    px: '4',
    py: '5',
    textStyle: 'sm',
    color: 'fg.muted',
    borderWidth: '1px',
    borderStyle: 'dashed',
    borderRadius: 'control',
  },
})

const nothing = {
  coming: 'Nobody else is expected.',
  here: 'Nobody is here at the moment.',
  done: 'Nothing is done yet.',
  off: 'Everybody comes.',
}

interface BoardLaneProps {
  lane: Lane
  now: string
  onOpen: (appointmentId: string) => void
}

/** One lane of the board with its cards. */
export function BoardLane({ lane, now, onOpen }: BoardLaneProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <chakra.h2 id={id} mb="3" textStyle="md" fontWeight="semibold">
        {lane.title}{' '}
        <chakra.span color="fg.muted" fontWeight="normal" fontVariantNumeric="tabular-nums">
          {lane.appointments.length}
        </chakra.span>
      </chakra.h2>
      {lane.appointments.length === 0 ? (
        <Nothing>{nothing[lane.name]}</Nothing>
      ) : (
        <List>
          {lane.appointments.map((appointment) => (
            <BoardCard
              key={appointment.id}
              appointment={appointment}
              now={now}
              onOpen={() => onOpen(appointment.id)}
            />
          ))}
        </List>
      )}
    </section>
  )
}
