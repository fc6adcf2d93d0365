'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { QueueState } from '../../run-list.ts'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gap: '8',
    mt: '5',
    pt: '5',
    borderTopWidth: '1px',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
    alignItems: 'start',
  },
})
const Table = chakra('table', {
  base: {
    w: '100%',
    textStyle: 'sm',
    '& th': { textAlign: 'start', fontWeight: 'medium', color: 'fg.muted', textStyle: 'xs', py: '1' },
    '& td': { py: '1.5', borderTopWidth: '1px', overflowWrap: 'anywhere' },
    '& [data-end]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', ps: '3' },
  },
})

/** The queue task by task, and the processes that take from it. */
export function QueueDetails({ queue }: { queue: QueueState }) {
  return (
    <Columns>
      <Tasks queue={queue} />
      <Workers queue={queue} />
    </Columns>
  )
}

function Tasks({ queue: { tasks } }: { queue: QueueState }) {
  if (tasks.length === 0) return <chakra.p color="fg.muted">Nothing waits and nothing runs.</chakra.p>
  return (
    <Table aria-label="Jobs by task">
      <thead>
        <tr>
          <th scope="col">Task</th>
          {['Waiting', 'Running', 'Again', 'Given up'].map((title) => (
            <th key={title} scope="col" data-end>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ task, waiting, running, failing, lost }) => (
          <tr key={task}>
            <chakra.td fontFamily="mono">{task}</chakra.td>
            {[waiting, running, failing, lost].map((count, index) => (
              <td key={index} data-end>
                {formatNumber(count)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Workers({ queue: { workers, inHand } }: { queue: QueueState }) {
  if (workers.length === 0) return <chakra.p color="fg.muted">No process says that it takes jobs.</chakra.p>
  const running = inHand.reduce((sum, hand) => sum + hand.running, 0)
  return (
    <div>
      <Table aria-label="Processes that take jobs">
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col" data-end>
              Last sign of life
            </th>
          </tr>
        </thead>
        <tbody>
          {workers.map(({ id, kind, host, pid, seenAt, isLost }) => (
            <tr key={id}>
              <td>
                {host} <chakra.span color="fg.muted">{`${kind}, process ${pid}`}</chakra.span>
                {isLost && <chakra.span color="fg.error"> lost</chakra.span>}
              </td>
              <td data-end>
                <RelativeTime moment={seenAt} passive />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {running > 0 && (
        <chakra.p mt="2" textStyle="sm" color="fg.muted">
          {`${formatNumber(running)} ${running === 1 ? 'job' : 'jobs'} in hand: ${[...new Set(inHand.flatMap(({ tasks }) => tasks))].join(', ')}`}
        </chakra.p>
      )}
    </div>
  )
}
