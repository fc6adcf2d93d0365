'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { Radar } from 'lucide-react'
import type { DriftState } from '../../drift.ts'
import { PartPanel } from '../health/part-panel.tsx'

const Note = chakra('p', { base: { color: 'fg.muted', textStyle: 'sm', mt: '3' } })

/** When tenants were compared last, how much that was, and how far the next check is. */
export function LastCheck({ state: { last, running, hasFailed } }: { state: DriftState }) {
  const progress = running && (
    <Note role="status">
      {running.total === 0
        ? 'A check has just begun.'
        : `A check is under way: ${running.done} of ${running.total} tenants.`}
    </Note>
  )
  const failure = hasFailed && <Note role="status">The newest check could not be finished: see the log.</Note>
  if (!last) {
    return (
      <Panel>
        <EmptyState
          icon={<Radar />}
          title="Nothing was compared yet"
          description={progress || failure || 'The first check runs tonight, or as soon as you ask for one.'}
        />
      </Panel>
    )
  }
  const { tenants, objects, goldens, durationMs, skipped, critical, warning } = last.summary
  const isClean = critical + warning === 0
  return (
    <PartPanel
      title={isClean ? 'No drift' : 'Last check'}
      part={{
        state: critical > 0 ? 'failing' : warning > 0 ? 'attention' : 'ok',
        summary: isClean
          ? 'Every tenant that was compared is exactly what this release would build for it.'
          : `${count(critical, 'critical difference')}${warning > 0 ? `, ${count(warning, 'warning')}` : ''}.`,
        advice: null,
      }}
      facts={[
        ['Checked', <RelativeTime key={last.finishedAt} moment={last.finishedAt} />],
        ['Asked for by', last.requestedBy ?? 'the nightly check'],
        ['Tenants', tenants.toLocaleString('en')],
        [
          'Compared',
          `${objects.toLocaleString('en')} tables, columns, constraints, indexes, policies, rights and so on`,
        ],
        ['With', count(goldens, 'freshly built structure')],
        ['Took', formatDuration(durationMs)],
        ['Left out', describeSkipped(skipped)],
      ]}
    >
      {progress}
      {failure}
    </PartPanel>
  )
}

function describeSkipped({
  busy,
  newer,
  edited,
}: NonNullable<DriftState['last']>['summary']['skipped']): string | null {
  const parts = [
    ...(busy > 0 ? [`${busy} that ${busy === 1 ? 'was' : 'were'} being changed`] : []),
    ...(newer > 0 ? [`${newer} with migrations of a newer release`] : []),
    ...(edited > 0 ? [`${edited} with migrations that were edited`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : null
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
}
