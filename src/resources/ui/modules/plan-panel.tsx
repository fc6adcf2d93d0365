'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { PlanUse } from '#src/tenancy/tenant-settings.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Module } from '../../define-module.ts'
import { useAllCounts } from '../use-navigation.tsx'

const List = chakra('dl', {
  base: {
    display: 'grid',
    gap: '4',
    '& > div': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '3', rowGap: '1' },
    '& dd[aria-hidden]': { gridColumn: '1 / -1' },
    '& dd': { fontVariantNumeric: 'tabular-nums', textStyle: 'sm', color: 'fg.muted' },
  },
})
const Track = chakra('div', {
  base: { gridColumn: '1 / -1', h: '1.5', bg: 'bg.emphasized', borderRadius: 'full', overflow: 'hidden' },
})
const Fill = chakra('div', {
  base: { h: '100%', borderRadius: 'full', bg: 'accent', '&[data-full]': { bg: 'amber.solid' } },
})

/** How much of its plan the workspace uses: modules, people, and records of the kinds there are most of. */
export function PlanPanel({ use, modules }: { use: PlanUse; modules: readonly Module[] }) {
  const counts = useAllCounts()
  const { limit } = use.recordsPerResource
  const records = modules
    .flatMap(({ id, resources }) =>
      resources.map(({ name, title }) => ({ name, title, count: counts.get(id)?.[name] ?? 0 })),
    )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 5)
  return (
    <Panel title={`Plan ${use.title}`} description="What it has room for, and what you use of it.">
      <List>
        <Use label="Modules" {...use.modules} />
        <Use label="People" {...use.people} />
        {records.map(({ name, title, count }) => (
          <Use key={name} label={title} limit={limit} count={count} />
        ))}
      </List>
    </Panel>
  )
}

function Use({ label, limit, count }: { label: string; limit: number | null; count: number }) {
  const share = limit === null ? 0 : Math.min(1, count / limit)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatNumber(count)}
        {limit !== null && ` of ${formatNumber(limit)}`}
      </dd>
      {limit !== null && (
        <dd aria-hidden>
          <Track>
            <Fill data-full={share === 1 || undefined} css={{ width: `${share * 100}%` }} />
          </Track>
        </dd>
      )}
    </div>
  )
}
