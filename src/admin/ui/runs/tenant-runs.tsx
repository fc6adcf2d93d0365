'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useMemo, useState } from 'react'
import { Activity } from 'lucide-react'
import { LiveMark } from '#src/provisioning/ui/runs/live-mark.tsx'
import { RunEntries } from '#src/provisioning/ui/runs/run-entries.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { useLiveRunList } from '#src/provisioning/ui/runs/use-live-run-list.ts'
import { tenantTopic } from '#src/realtime/topic.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { runKeys, useRunCalls } from './run-calls.ts'

const STEP = 20
/** More than the server gives in one answer there is on the page of all runs. */
const MOST = 200

const RunLink = chakra(NextLink, {
  base: {
    display: 'inline-block',
    mt: '3',
    color: 'accent.fg',
    textStyle: 'sm',
    focusVisibleRing: 'outside',
  },
})

/** The runs of one tenant with their steps, as they happen. */
export function TenantRuns({ tenantId }: { tenantId: string }) {
  const { list } = useRunCalls()
  const [limit, setLimit] = useState(STEP)
  const query = useMemo(() => ({ tenantId, page: 1, limit }), [tenantId, limit])
  const queryKey = useMemo(() => runKeys.listOf(tenantId), [tenantId])
  const { runs, total, status, error, refetch } = useLiveRunList({
    topic: tenantTopic(tenantId),
    queryKey,
    query,
    read: list,
  })
  if (!runs && error) {
    return (
      <CallFailure
        title="The runs could not be loaded"
        error={callErrorOf(error)}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <Panel
      title="Runs"
      description="Everything that was built, switched or taken back for this tenant."
      actions={<LiveMark status={status} />}
      flush
    >
      {!runs ? (
        <chakra.div p="6">
          <SkeletonRows label="Loading runs" />
        </chakra.div>
      ) : runs.length === 0 ? (
        <EmptyState icon={<Activity />} title="No runs yet" level={3} />
      ) : (
        <RunEntries
          label="Runs of this tenant"
          runs={runs}
          total={total}
          titleOf={(run) => describeRun(run)}
          footerOf={(run) => <RunLink href={`/admin/runs/${run.id}`}>Log and details</RunLink>}
          onMore={limit < MOST ? () => setLimit(limit + STEP) : undefined}
        />
      )}
    </Panel>
  )
}
