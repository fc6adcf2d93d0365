'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { isOver } from '#src/provisioning/run.ts'
import { LiveMark } from '#src/provisioning/ui/runs/live-mark.tsx'
import { RunBar } from '#src/provisioning/ui/runs/run-bar.tsx'
import { linesByStep } from '#src/provisioning/ui/runs/run-log.ts'
import { RunLogList } from '#src/provisioning/ui/runs/run-log-list.tsx'
import { describeRun } from '#src/provisioning/ui/runs/run-words.ts'
import { useRunFollower } from '#src/provisioning/ui/runs/use-run-follower.ts'
import { StepRow } from '#src/provisioning/ui/step-row.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useRunCalls } from './run-calls.ts'
import { RunFacts } from './run-facts.tsx'
import { RunFailure } from './run-failure.tsx'
import { RunMoves } from './run-moves.tsx'
import { useRunDetails } from './use-run-details.ts'

const Columns = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 20rem' },
    gap: '6',
    alignItems: 'start',
  },
})
const Stack = chakra('div', {
  base: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '6' },
})
const Steps = chakra('ol', { base: { listStyle: 'none', m: '0' } })
const back = { href: '/admin/runs', label: 'Runs' }

/** One run as it happens: its steps, everything it told, how it failed, and what can be done about it. */
export function RunScreen({ runId }: { runId: string }) {
  const { readEvents } = useRunCalls()
  const { run: live, log, status } = useRunFollower(runId, (after) => readEvents(runId, after))
  const { data: details, error, refetch } = useRunDetails(runId, live)
  if (!details) {
    return (
      <>
        <PageHeader title="Run" back={back} />
        {error ? (
          <CallFailure
            title="The run could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <Panel>
            <SkeletonRows rows={6} label="Loading the run" />
          </Panel>
        )}
      </>
    )
  }
  const run = live && live.lastSeq >= details.lastSeq ? { ...details, ...live, error: live.error } : details
  const lines = linesByStep(log)
  const title = describeRun(details)
  return (
    <>
      <PageHeader
        title={details.businessName}
        back={back}
        aside={
          <>
            <StatusBadge status={run.state} />
            <LiveMark status={status} />
          </>
        }
        description={`${title}, attempt ${run.attempt}`}
        actions={<RunMoves run={details} onMoved={() => void refetch()} />}
      />
      <Columns data-run={runId} data-seq={run.lastSeq} data-state={run.state}>
        <Stack>
          {run.state === 'failed' && <RunFailure run={run} />}
          <Panel title="Steps">
            {!isOver(run) && (
              <chakra.div mb="3">
                <RunBar percent={run.percent} label="Finished share" />
              </chakra.div>
            )}
            <Steps aria-label="Steps">
              {run.steps.map((step, index) => (
                <StepRow key={step.name} step={step} log={lines[step.name]} index={index} />
              ))}
            </Steps>
          </Panel>
          <Panel title="Log" description={`${log.length} events, as they were stored`} flush>
            <chakra.div mt="3" borderTopWidth="1px">
              <RunLogList log={log} label="Log of the run" />
            </chakra.div>
          </Panel>
        </Stack>
        <RunFacts run={run} />
      </Columns>
    </>
  )
}
