'use client'

import { formatDuration } from '#src/ui/format/durations.ts'
import { formatBytes, formatNumber } from '#src/ui/format/numbers.ts'
import type { HealthParts } from '../../health.ts'
import { PartPanel } from './part-panel.tsx'
import { SmallTable } from './small-table.tsx'

/** The database: how fast it answers, who is connected. */
export function DatabasePanel({ part }: { part: HealthParts['database'] }) {
  const { details } = part
  const longest = details?.longestTransaction
  return (
    <PartPanel
      title="Database"
      part={part}
      facts={
        details && [
          ['Version', `${details.version}${details.isEmbedded ? ', embedded' : ''}`],
          ['Size', details.sizeBytes === null ? 'Being measured' : formatBytes(details.sizeBytes)],
          ['Answers after', `${details.latencyMs.toFixed(1)} ms`],
          [
            'Connections',
            `${formatNumber(details.connections.used)} of ${formatNumber(details.connections.limit)}`,
          ],
          [
            'Longest transaction',
            longest ? `${formatDuration(longest.seconds * 1_000)}, ${longest.application}` : 'None is open',
          ],
          ['Replication', details.replicas === 0 ? 'None' : `${details.replicas} replicas`],
        ]
      }
    >
      <SmallTable
        label="Connections"
        heads={['Application', 'State', 'Connections']}
        rows={(details?.connections.groups ?? []).map(({ application, state, count }) => ({
          id: `${application} ${state}`,
          cells: [application, state, formatNumber(count)],
        }))}
      />
    </PartPanel>
  )
}
