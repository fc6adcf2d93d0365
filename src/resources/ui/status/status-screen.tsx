'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Activity } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { isOver } from '#src/provisioning/run.ts'
import { LiveMark } from '#src/provisioning/ui/runs/live-mark.tsx'
import { RunEntries } from '#src/provisioning/ui/runs/run-entries.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { useLiveRunList } from '#src/provisioning/ui/runs/use-live-run-list.ts'
import { tenantTopic } from '#src/realtime/topic.ts'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Module } from '../../define-module.ts'
import { ModuleStates } from './module-states.tsx'

const STEP = 20
const MOST = 200
const queryKey = ['runs', 'own'] as const

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 20rem' },
    gap: '6',
    alignItems: 'start',
  },
})

/** What is being built and switched in the workspace right now, what was before, and what is on. For its team. */
export function StatusScreen({ modules }: { modules: readonly Module[] }) {
  const may = useMay()
  if (may('runs:list')) return <Status modules={modules} />
  return (
    <EmptyState
      level={1}
      icon={<Activity />}
      title="The status is for the team"
      description="Ask the people you know here if something does not work."
    />
  )
}

function Status({ modules }: { modules: readonly Module[] }) {
  const api = useApi()
  const { tenant } = useWorkspace()
  const [limit, setLimit] = useState(STEP)
  const query = useMemo(() => ({ page: 1, limit }), [limit])
  const { runs, total, status, error, refetch } = useLiveRunList({
    topic: tenantTopic(tenant.tenantId),
    queryKey,
    query,
    read: (asked) => api.runs.listOwn.query(asked),
  })
  const underWay = runs?.filter((run) => !isOver(run)).length ?? 0
  const titleOf = (id: string) => modules.find((module) => module.id === id)?.title ?? id
  return (
    <>
      <PageHeader
        title="Status"
        description={
          underWay === 0
            ? 'Nothing is being changed at this moment. Everybody can work.'
            : `${underWay === 1 ? 'One change is' : `${underWay} changes are`} under way. Everybody goes on working meanwhile.`
        }
        aside={<LiveMark status={status} />}
      />
      <Columns>
        {!runs && error ? (
          <CallFailure
            title="The runs could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <Panel title="Runs" description="What was built and switched, step by step." flush>
            {runs ? (
              <RunEntries
                label="Runs"
                runs={runs}
                total={total}
                titleOf={(run) => describeRun(run, titleOf)}
                onMore={limit < MOST ? () => setLimit(limit + STEP) : undefined}
              />
            ) : (
              <chakra.div p="6">
                <SkeletonRows label="Loading runs" />
              </chakra.div>
            )}
          </Panel>
        )}
        <ModuleStates modules={modules} />
      </Columns>
    </>
  )
}
