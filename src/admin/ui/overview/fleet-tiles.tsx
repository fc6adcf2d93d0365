'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { formatDuration } from '#src/ui/format/durations.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { Overview } from '../../overview.ts'

const Grid = chakra('dl', {
  base: {
    display: 'grid',
    gap: '3',
    gridTemplateColumns: { base: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' },
    '& > div': { p: '4', bg: 'bg.panel', borderWidth: '1px', borderRadius: 'panel' },
    '& dt': { color: 'fg.muted', textStyle: 'sm' },
    '& dd': { fontVariantNumeric: 'tabular-nums' },
    '& dd:first-of-type': { textStyle: '3xl', fontWeight: 'semibold', letterSpacing: 'tight' },
    '& dd + dd': { color: 'fg.muted', textStyle: 'sm' },
  },
})
const Link = chakra(NextLink, {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
    _hover: { textDecoration: 'underline' },
  },
})

interface FleetTilesProps {
  overview: Overview | undefined
  /** the failed runs of the time that is counted */
  failuresHref: string
}

/** The fleet in four numbers. */
export function FleetTiles({ overview, failuresHref }: FleetTilesProps) {
  return (
    <Grid>
      {(overview ? tilesOf(overview, failuresHref) : waiting).map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <Skeleton h="10" w="20" aria-label="Loading" />}</dd>
          <dd>{note ?? <Skeleton h="4" w="24" aria-hidden />}</dd>
        </div>
      ))}
    </Grid>
  )
}

type Tile = { label: string; value?: ReactNode; note?: ReactNode }

const waiting: readonly Tile[] = [
  { label: 'Open workspaces' },
  { label: 'Sign-ups in 24 hours' },
  { label: 'Built within' },
  { label: 'Failures in 24 hours' },
]

function tilesOf(overview: Overview, failuresHref: string): readonly Tile[] {
  const { openTenants, tenants, signUps, provisioning, failures } = overview
  const { p50Ms, p95Ms, runs } = provisioning
  const hasTimes = p50Ms !== null && p95Ms !== null
  return [
    {
      label: 'Open workspaces',
      value: <Link href="/admin/tenants?status=trial,active">{formatNumber(openTenants)}</Link>,
      note: `of ${formatNumber(tenants)} in all`,
    },
    {
      label: 'Sign-ups in 24 hours',
      value: formatNumber(signUps.last24h),
      note: `${formatNumber(signUps.before24h)} in the 24 hours before`,
    },
    {
      label: 'Built within',
      value: hasTimes ? formatDuration(p50Ms) : '–',
      note: hasTimes
        ? `half of ${formatNumber(runs)}; 95 % within ${formatDuration(p95Ms)}`
        : 'Nothing was built in 24 hours',
    },
    {
      label: 'Failures in 24 hours',
      value: <Link href={failuresHref}>{formatNumber(failures.last24h)}</Link>,
      note: `${formatNumber(failures.before24h)} in the 24 hours before`,
    },
  ]
}
