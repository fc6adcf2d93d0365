'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { ReactNode } from 'react'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { HealthState } from '../../health.ts'

const Advice = chakra('p', {
  base: { mt: '1', color: 'fg.muted', textStyle: 'sm', textWrap: 'pretty' },
})
const Facts = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, max-content) minmax(0, 1fr)',
    columnGap: '4',
    rowGap: '1.5',
    mt: '4',
    pt: '4',
    borderTopWidth: '1px',
    textStyle: 'sm',
    '& dt': { color: 'fg.muted' },
    '& dd': { overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  },
})

interface PartPanelProps {
  title: string
  part: { state: HealthState; summary: string; advice: string | null }
  /** What is known of it, as label and value; one without a value is left out. */
  facts?: readonly (readonly [label: string, value: ReactNode])[] | null | undefined
  /** Further down: a list, a table. */
  children?: ReactNode
}

/** One part of the installation: how it stands, what to do, what is known. */
export function PartPanel({ title, part, facts, children }: PartPanelProps) {
  const shown = facts?.filter(([, value]) => value !== null) ?? []
  return (
    <Panel title={title} actions={<StatusBadge status={part.state} />}>
      <chakra.p fontWeight={part.state === 'ok' ? undefined : 'medium'} textWrap="pretty">
        {part.summary}
      </chakra.p>
      {part.advice && <Advice>{part.advice}</Advice>}
      {shown.length > 0 && (
        <Facts>
          {shown.map(([label, value]) => (
            <chakra.div key={label} display="contents">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </chakra.div>
          ))}
        </Facts>
      )}
      {children}
    </Panel>
  )
}
