'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { Module } from '#src/resources/define-module.ts'
import { isOver } from '#src/provisioning/run.ts'
import type { RunRow } from '#src/provisioning/run-list.ts'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { totalMs } from '#src/provisioning/ui/run-phase.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useNewestRun } from './use-newest-run.ts'

const Line = chakra('div', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4',
    rowGap: '1',
  },
})
const Title = chakra(NextLink, {
  base: {
    fontWeight: 'medium',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})

interface NewestRunProps {
  tenantId: string
  modules: readonly Module[]
}

/** The run of the tenant that was asked for last, as it stands at this moment. */
export function NewestRun({ tenantId, modules }: NewestRunProps) {
  const { run, error, refetch } = useNewestRun(tenantId)
  return (
    <Panel title="Newest run">
      {run ? (
        <RunLine run={run} modules={modules} />
      ) : run === null ? (
        <chakra.p color="fg.muted">No run is known of this tenant.</chakra.p>
      ) : error ? (
        <CallFailure
          title="The newest run could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonRows rows={2} label="Loading the newest run" />
      )}
    </Panel>
  )
}

function RunLine({ run, modules }: { run: RunRow; modules: readonly Module[] }) {
  const titleOf = (id: string) => modules.find((module) => module.id === id)?.title ?? id
  const total = totalMs(run)
  return (
    <>
      <Line>
        <StatusBadge status={run.state} />
        <Title href={`/admin/runs/${run.id}`}>{describeRun(run, titleOf)}</Title>
        <chakra.span color="fg.muted" textStyle="sm" fontVariantNumeric="tabular-nums">
          <RelativeTime moment={run.createdAt} />
          {!isOver(run) ? `, ${run.percent} %` : total !== undefined && `, took ${formatDuration(total)}`}
        </chakra.span>
      </Line>
      {run.error && (
        <chakra.p color="fg.muted" textStyle="sm" mt="2" overflowWrap="anywhere">
          {run.error.message}{' '}
          <chakra.span fontFamily="mono" textStyle="xs">
            {run.error.code}
          </chakra.span>
        </chakra.p>
      )}
    </>
  )
}
