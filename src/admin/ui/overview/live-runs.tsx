'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { LiveRun } from '#src/provisioning/live-runs.ts'
import { isOver } from '#src/provisioning/run.ts'
import { LiveMark } from '#src/provisioning/ui/runs/live-mark.tsx'
import { RunBar } from '#src/provisioning/ui/runs/run-bar.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { useLiveRunList } from '#src/provisioning/ui/runs/use-live-run-list.ts'
import { FLEET } from '#src/realtime/topic.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { runKeys, useRunCalls } from '../runs/run-calls.ts'
import type { FleetPulse } from './fleet-pulse.ts'

const newest = { page: 1, limit: 8 }

const Row = chakra(NextLink, {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr) auto', md: 'minmax(0, 1fr) 9rem 8rem 5rem 7rem' },
    alignItems: 'center',
    columnGap: '4',
    rowGap: '1',
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
    textStyle: 'sm',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
  },
})
const More = chakra(NextLink, {
  base: { color: 'accent.fg', textStyle: 'sm', borderRadius: 'sm', focusVisibleRing: 'outside' },
})

/** The runs of this minute, as they happen. */
export function LiveRuns({ pulse }: { pulse: FleetPulse | undefined }) {
  const { list } = useRunCalls()
  const { runs, status, error, refetch } = useLiveRunList({
    topic: FLEET,
    queryKey: runKeys.lists,
    query: newest,
    read: list,
  })
  return (
    <Panel
      title="Runs"
      description={pulse && describePulse(pulse)}
      actions={
        <chakra.div display="flex" alignItems="center" gap="4">
          <LiveMark status={status} />
          <More href="/admin/runs">All runs</More>
        </chakra.div>
      }
      flush
    >
      <chakra.div pt="4">
        {!runs && error && (
          <CallFailure
            title="The runs could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        )}
        {!runs && !error && (
          <chakra.div px="6" pb="5">
            <SkeletonRows label="Loading runs" />
          </chakra.div>
        )}
        {runs?.length === 0 && (
          <chakra.p px="6" pb="5" color="fg.muted">
            Nothing has run yet.
          </chakra.p>
        )}
        <ul>
          {runs?.slice(0, newest.limit).map((run) => (
            <li key={run.id}>
              <RunLine run={run} />
            </li>
          ))}
        </ul>
      </chakra.div>
    </Panel>
  )
}

function RunLine({ run }: { run: LiveRun }) {
  const { id, state, percent, businessName, durationMs, createdAt } = run
  return (
    <Row href={`/admin/runs/${id}`}>
      <chakra.span minW="0">
        <chakra.bdi display="block" truncate fontWeight="medium">
          {businessName}
        </chakra.bdi>
        <chakra.span display="block" color="fg.muted" textStyle="xs">
          {describeRun(run)}
        </chakra.span>
      </chakra.span>
      <chakra.span justifySelf={{ base: 'end', md: 'start' }}>
        <StatusBadge status={state} />
      </chakra.span>
      <chakra.span hideBelow="md">
        {!isOver(run) && <RunBar percent={percent} label={`Finished share of the run of ${businessName}`} />}
      </chakra.span>
      <chakra.span hideBelow="md" textAlign="end" fontVariantNumeric="tabular-nums">
        {durationMs === null ? '' : formatDuration(durationMs)}
      </chakra.span>
      <chakra.span hideBelow="md" textAlign="end" color="fg.muted">
        <RelativeTime moment={createdAt} passive />
      </chakra.span>
    </Row>
  )
}

/** What is under way, and what has ended while the page was open. */
function describePulse({ open, succeeded, failed }: FleetPulse): string {
  const said = [
    `${formatNumber(open.size)} under way`,
    succeeded > 0 ? `${formatNumber(succeeded)} just finished` : '',
    failed > 0 ? `${formatNumber(failed)} just failed` : '',
  ]
  return said.filter(Boolean).join(', ')
}
