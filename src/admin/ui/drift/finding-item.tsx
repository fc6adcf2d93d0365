'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { DriftFinding } from '#src/provisioning/drift.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { Statements } from './statements.tsx'

const Item = chakra('li', {
  base: { display: 'grid', gap: '3', px: { base: '4', sm: '6' }, py: '4', borderTopWidth: '1px' },
})
const Sides = chakra('dl', {
  base: {
    display: 'grid',
    gap: '3',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
    textStyle: 'sm',
    '& dt': { color: 'fg.muted' },
    '& dd': { fontFamily: 'mono', textStyle: 'xs', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  },
})

const differences = { missing: 'is missing', extra: 'should not be there', changed: '' } as const

/** One difference: what it is about, both sides, and what puts it right. */
export function FindingItem({ finding }: { finding: DriftFinding }) {
  const { severity, kind, object, difference, aspect, expected, found } = finding
  const isCritical = severity === 'critical'
  return (
    <Item>
      <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="3" rowGap="1">
        <StatusBadge
          status={isCritical ? 'failing' : 'attention'}
          label={isCritical ? 'Critical' : 'Warning'}
        />
        <chakra.h3 fontWeight="medium" overflowWrap="anywhere">
          {kind} {object} {aspect === null ? differences[difference] : `· ${aspect}`}
        </chakra.h3>
      </chakra.div>
      <Sides>
        <div>
          <dt>Expected</dt>
          <dd>{expected ?? 'nothing'}</dd>
        </div>
        <div>
          <dt>Found</dt>
          <dd>{found ?? 'nothing'}</dd>
        </div>
      </Sides>
      <Statements finding={finding} />
    </Item>
  )
}
