'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { QueueState, TaskQueue } from '../../run-list.ts'
import { QueueDetails } from './queue-details.tsx'
import { runKeys, useRunCalls } from './run-calls.ts'

/** How often the queue is looked at while somebody looks at the page, in milliseconds. */
const LOOK_MS = 5_000

const Figures = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', md: 'repeat(5, minmax(0, 1fr))' },
    gap: '4',
    '& dt': { color: 'fg.muted', textStyle: 'sm' },
    '& dd': { textStyle: 'xl', fontWeight: 'medium', fontVariantNumeric: 'tabular-nums' },
  },
})

/** How much work waits, and who takes it. */
export function QueuePanel() {
  const { queue } = useRunCalls()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { data, error } = useQuery({ queryKey: runKeys.queue, queryFn: queue, refetchInterval: LOOK_MS })
  return (
    <Panel
      title="Queue"
      actions={
        <Button
          variant="ghost"
          size="sm"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide details' : 'Tasks and workers'}
        </Button>
      }
    >
      {error && !data ? (
        <chakra.p role="alert" color="fg.error">
          {callErrorOf(error).message}
        </chakra.p>
      ) : (
        <QueueFigures queue={data} />
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen && data && <QueueDetails queue={data} />}
      </div>
    </Panel>
  )
}

function QueueFigures({ queue }: { queue: QueueState | undefined }) {
  const sum = (name: 'waiting' | 'running' | 'failing' | 'lost') =>
    queue ? formatNumber(queue.tasks.reduce((total: number, task: TaskQueue) => total + task[name], 0)) : '–'
  const alive = queue?.workers.filter(({ isLost }) => !isLost).length
  const oldest = Math.max(0, ...(queue?.tasks.map(({ oldestMs }) => oldestMs ?? 0) ?? []))
  return (
    <Figures>
      <Figure
        name="Waiting"
        value={sum('waiting')}
        note={oldest >= 1_000 ? `up to ${formatDuration(oldest)}` : ''}
      />
      <Figure name="Running" value={sum('running')} />
      <Figure name="Tried again" value={sum('failing')} />
      <Figure name="Given up" value={sum('lost')} />
      <Figure
        name="Workers"
        value={alive === undefined ? '–' : formatNumber(alive)}
        note={alive === 0 ? 'nobody takes jobs' : ''}
      />
    </Figures>
  )
}

function Figure({ name, value, note = '' }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note && (
          <chakra.span textStyle="sm" fontWeight="normal" color="fg.muted">
            {' '}
            {note}
          </chakra.span>
        )}
      </dd>
    </div>
  )
}
