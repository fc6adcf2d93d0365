'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { formatClock, formatDuration } from '#src/ui/format/durations.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import { describeEstimate } from './run-estimate.ts'
import { isSettled, totalMs, type RunPhase } from './run-phase.ts'
import { countTables, type WatchedRun } from '../watched-run.ts'
import { useElapsed } from './use-elapsed.ts'

const Rows = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '4',
    rowGap: '2',
    mt: '4',
    pt: '4',
    borderTopWidth: '1px',
    alignItems: 'center',
    '& dt': { color: 'fg.muted' },
    '& dd': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', minW: '0' },
  },
})

interface RunSummaryProps {
  run: WatchedRun | undefined
  phase: RunPhase | undefined
  schemaName: string | undefined
}

/** The run in figures: time, share, schema, tables. */
export function RunSummary({ run, phase, schemaName }: RunSummaryProps) {
  const elapsed = useElapsed(run)
  const total = run && totalMs(run)
  const done = run?.steps.filter((step) => step.state === 'succeeded').length ?? 0
  const isOver = phase !== undefined && isSettled(phase)
  const exists = !isOver || phase === 'ready'
  return (
    <chakra.aside position={{ lg: 'sticky' }} top="8">
      <Panel>
        <chakra.p textStyle="overline">{isOver ? 'Took' : 'Elapsed'}</chakra.p>
        <chakra.p textStyle="3xl" fontWeight="medium" fontVariantNumeric="tabular-nums">
          {isOver ? (total === undefined ? '–' : formatDuration(total)) : formatClock(elapsed)}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm" minH="5">
          {run && phase && describeEstimate({ expectedMs: run.expectedMs, elapsed, phase })}
        </chakra.p>
        <Rows>
          <Figure name="Steps done">
            {done} of {run?.steps.length ?? '–'}
          </Figure>
          <Figure name="Schema">
            {schemaName && exists ? (
              <chakra.span display="flex" alignItems="center" justifyContent="flex-end" gap="1">
                <chakra.span fontFamily="mono" textStyle="sm" truncate title={schemaName}>
                  {schemaName}
                </chakra.span>
                <CopyButton value={schemaName} label="Copy schema name" />
              </chakra.span>
            ) : (
              '–'
            )}
          </Figure>
          <Figure name="Tables">{(run && countTables(run)) ?? '–'}</Figure>
          {run && run.attempt > 1 && <Figure name="Attempt">{run.attempt}</Figure>}
        </Rows>
      </Panel>
    </chakra.aside>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
