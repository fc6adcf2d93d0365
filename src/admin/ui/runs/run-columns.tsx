import { chakra } from '@chakra-ui/react/styled-system'
import { memo } from 'react'
import type { LiveRun } from '#src/provisioning/live-runs.ts'
import { isOver } from '#src/provisioning/run.ts'
import { RunBar } from '#src/provisioning/ui/runs/run-bar.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'

/** Whose run it is, what it does, how it stands. */
export const runColumns: readonly DataColumn<LiveRun>[] = [
  {
    id: 'tenant',
    header: 'Workspace',
    cell: (run) => <TenantCell run={run} />,
  },
  { id: 'kind', header: 'Run', cell: (run) => describeRun(run) },
  { id: 'state', header: 'State', width: '13rem', cell: (run) => <StateCell run={run} /> },
  {
    id: 'attempt',
    header: 'Attempt',
    align: 'end',
    width: '6rem',
    hideOnPhone: true,
    cell: ({ attempt }) => attempt,
  },
  {
    id: 'duration',
    header: 'Took',
    align: 'end',
    width: '7rem',
    cell: ({ durationMs }) => (durationMs === null ? '–' : formatDuration(durationMs)),
  },
  {
    id: 'createdAt',
    header: 'Asked for',
    align: 'end',
    width: '9rem',
    cell: ({ createdAt }) => <MomentCell moment={createdAt} />,
  },
]

// Drawn again only when their own run has moved: while many do, most of a page stands still.
const TenantCell = memo(function TenantCell({ run }: { run: LiveRun }) {
  const { id, lastSeq, state, businessName, subdomain } = run
  return (
    <chakra.span data-run={id} data-seq={lastSeq} data-state={state} display="block" minW="0">
      <chakra.bdi
        display="block"
        fontWeight="medium"
        textOverflow="ellipsis"
        overflow="hidden"
        title={businessName}
      >
        {businessName}
      </chakra.bdi>
      <chakra.span fontFamily="mono" textStyle="xs" color="fg.muted" fontWeight="normal">
        {subdomain}
      </chakra.span>
    </chakra.span>
  )
})

const StateCell = memo(function StateCell({ run }: { run: LiveRun }) {
  const { state, percent, error, businessName } = run
  if (isOver(run)) {
    return (
      <chakra.span display="inline-grid" gap="0.5" justifyItems="start">
        <StatusBadge status={state} />
        {state === 'failed' && error && (
          <chakra.code textStyle="xs" color="fg.muted">
            {error.code}
          </chakra.code>
        )}
      </chakra.span>
    )
  }
  return (
    <chakra.span display="grid" gap="1" minW="32">
      <chakra.span display="flex" justifyContent="space-between" alignItems="center" gap="2">
        <StatusBadge status={state} />
        <chakra.span fontFamily="mono" textStyle="xs" color="fg.muted" fontVariantNumeric="tabular-nums">
          {percent} %
        </chakra.span>
      </chakra.span>
      <RunBar percent={percent} label={`Finished share of the run of ${businessName}`} />
    </chakra.span>
  )
})

const MomentCell = memo(function MomentCell({ moment }: { moment: string }) {
  return <RelativeTime moment={moment} passive />
})
