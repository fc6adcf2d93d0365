'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { HealthParts } from '../../health.ts'
import { PartPanel } from './part-panel.tsx'
import { SmallTable } from './small-table.tsx'

/** The jobs that wait, and why some of them fail. */
export function QueueHealthPanel({ part }: { part: HealthParts['queue'] }) {
  const { details } = part
  return (
    <PartPanel
      title="Queue"
      part={part}
      facts={
        details && [
          ['Waiting', formatNumber(details.waiting)],
          ['Under way', formatNumber(details.running)],
          ['Tried again later', formatNumber(details.failing)],
          ['Failed for good', formatNumber(details.lost)],
          [
            'Oldest overdue',
            details.oldestSeconds === null ? null : formatDuration(details.oldestSeconds * 1_000),
          ],
        ]
      }
    >
      <SmallTable
        label="Failing jobs"
        heads={['Job', 'Attempts', 'Next try', 'Last error']}
        rows={(details?.failures ?? []).map(({ task, attempts, maxAttempts, nextAt, error }, index) => ({
          id: `${task} ${index}`,
          cells: [
            <chakra.code key="task">{task}</chakra.code>,
            `${attempts} of ${maxAttempts}`,
            attempts < maxAttempts ? <RelativeTime key="next" moment={nextAt} passive /> : 'None',
            <chakra.span key="error" overflowWrap="anywhere">
              {error}
            </chakra.span>,
          ],
        }))}
      />
    </PartPanel>
  )
}
