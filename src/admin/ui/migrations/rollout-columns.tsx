import { chakra } from '@chakra-ui/react/styled-system'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { Rollout } from '../../rollouts.ts'
import { lookOfRollout, nameDirection, sayStanding } from './rollout-look.ts'
import { titleRollout } from './rollout-title.ts'

/** What was ordered, how it went, over how many. */
export const rolloutColumns: readonly DataColumn<Rollout>[] = [
  {
    id: 'title',
    header: 'Rollout',
    cell: titleRollout,
  },
  { id: 'direction', header: 'Direction', width: '6.5rem', cell: nameDirection },
  { id: 'state', header: 'State', width: '13rem', cell: (rollout) => <StateCell rollout={rollout} /> },
  {
    id: 'tenants',
    header: 'Succeeded',
    align: 'end',
    width: '8rem',
    cell: ({ counts }) => `${formatNumber(counts.succeeded)} of ${formatNumber(counts.total)}`,
  },
  {
    id: 'failed',
    header: 'Failed',
    align: 'end',
    width: '5.5rem',
    cell: ({ counts }) => formatNumber(counts.failed),
  },
  { id: 'took', header: 'Took', align: 'end', width: '6.5rem', hideOnPhone: true, cell: sayDuration },
  {
    id: 'requestedBy',
    header: 'Ordered by',
    width: '10rem',
    cell: ({ requestedBy }) => <bdi>{requestedBy?.fullName ?? 'Command line'}</bdi>,
  },
  {
    id: 'createdAt',
    header: 'Ordered',
    align: 'end',
    width: '9rem',
    cell: ({ createdAt }) => <RelativeTime moment={createdAt} passive />,
  },
]

function StateCell({ rollout }: { rollout: Rollout }) {
  const standing = sayStanding(rollout)
  return (
    <chakra.span
      display="inline-grid"
      gap="0.5"
      justifyItems="start"
      data-rollout={rollout.id}
      data-state={rollout.state}
    >
      <StatusBadge {...lookOfRollout(rollout)} />
      {standing && (
        <chakra.span textStyle="xs" color="fg.muted" fontWeight="normal" whiteSpace="normal">
          {standing}
        </chakra.span>
      )}
    </chakra.span>
  )
}

function sayDuration({ startedAt, finishedAt }: Rollout): string {
  if (startedAt === null || finishedAt === null) return '–'
  return formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))
}
