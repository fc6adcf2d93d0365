'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { kindTitles } from '#src/provisioning/ui/runs/run-words.ts'
import { CopyButton } from '#src/ui/feedback/copy-button.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { RunDetails } from '../../run-list.ts'

const Rows = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '4',
    rowGap: '2',
    alignItems: 'center',
    textStyle: 'sm',
    '& dt': { color: 'fg.muted' },
    '& dd': { textAlign: 'end', minW: '0', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  },
})
const TenantLink = chakra(NextLink, {
  base: { color: 'accent.fg', fontWeight: 'medium', focusVisibleRing: 'outside', borderRadius: 'sm' },
})
const Mono = chakra('span', { base: { fontFamily: 'mono', textStyle: 'xs' } })

type RunOfFacts = Omit<RunDetails, 'error'>

/** A run in figures and ids. */
export function RunFacts({ run }: { run: RunOfFacts }) {
  const { startedAt, finishedAt } = run
  const took = startedAt && finishedAt ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)) : null
  return (
    <Panel title="Facts">
      <Rows>
        <Fact name="Tenant">
          <TenantLink href={`/admin/tenants/${run.tenantId}`}>{run.subdomain}</TenantLink>
        </Fact>
        <Fact name="Kind">{kindTitles[run.kind]}</Fact>
        {run.modules.length > 0 && <Fact name="Modules">{run.modules.join(', ')}</Fact>}
        <Fact name="Attempts">{run.attempt}</Fact>
        <Fact name="Asked for">
          <RelativeTime moment={run.createdAt} />
        </Fact>
        <Fact name="Started">{startedAt ? <RelativeTime moment={startedAt} /> : '–'}</Fact>
        <Fact name="Ended">{finishedAt ? <RelativeTime moment={finishedAt} /> : '–'}</Fact>
        <Fact name="Took">{took === null ? '–' : formatDuration(took)}</Fact>
        <Fact name="Usually takes">{run.expectedMs === null ? '–' : formatDuration(run.expectedMs)}</Fact>
        <Fact name="Events">{run.lastSeq}</Fact>
        <Id name="Run id" value={run.id} />
        {run.requestId && <Id name="Request id" value={run.requestId} />}
      </Rows>
    </Panel>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Id({ name, value }: { name: string; value: string }) {
  return (
    <Fact name={name}>
      <chakra.span display="flex" alignItems="center" justifyContent="flex-end" gap="1">
        <Mono truncate title={value}>
          {value}
        </Mono>
        <CopyButton value={value} label={`Copy ${name.toLowerCase()}`} />
      </chakra.span>
    </Fact>
  )
}
