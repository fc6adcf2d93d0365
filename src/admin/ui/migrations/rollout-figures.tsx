'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { StatusIcon } from '#src/ui/feedback/status-icon.tsx'
import type { StatusName } from '#src/ui/feedback/status-look.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { Rollout } from '../../rollouts.ts'

const Figures = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
    gap: '4',
    '& dt': { display: 'flex', alignItems: 'center', gap: '1.5', color: 'fg.muted', textStyle: 'sm' },
    '& dd': { textStyle: 'xl', fontWeight: 'medium', fontVariantNumeric: 'tabular-nums' },
  },
})

/** How many tenants of a rollout are where. */
export function RolloutFigures({ counts }: { counts: Rollout['counts'] }) {
  const { succeeded, failed, running, pending, skipped } = counts
  return (
    <Figures>
      <Figure name="Succeeded" status="succeeded" count={succeeded} />
      <Figure name="Failed" status="failed" count={failed} />
      <Figure name="Running" status={running > 0 ? 'running' : 'pending'} count={running} />
      <Figure
        name="Pending"
        status="pending"
        count={pending - running}
        note={skipped > 0 ? `${formatNumber(skipped)} skipped` : undefined}
      />
    </Figures>
  )
}

interface FigureProps {
  name: string
  status: StatusName
  count: number
  note?: string | undefined
}

function Figure({ name, status, count, note }: FigureProps) {
  return (
    <div>
      <dt>
        <chakra.span display="inline-flex" color={count > 0 && status === 'failed' ? 'fg.error' : undefined}>
          <StatusIcon status={status} size={14} />
        </chakra.span>
        {name}
      </dt>
      <dd>
        {formatNumber(count)}
        {note && (
          <chakra.span textStyle="sm" fontWeight="normal" color="fg.muted">
            {' '}
            {note}
          </chakra.span>
        )}
      </dd>
    </div>
  )
}
