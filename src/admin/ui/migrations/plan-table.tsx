'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronRight } from 'lucide-react'
import { formatNumber } from '#src/ui/format/numbers.ts'
import type { MigrationPlan, PlannedMigration } from '../../migration-plan.ts'
import { MigrationName } from './migration-name.tsx'
import { MigrationMarks } from './migration-marks.tsx'

const List = chakra('ul', { base: { listStyle: 'none' } })
const Row = chakra('li', {
  base: {
    display: 'grid',
    gridTemplateColumns: {
      base: 'minmax(0, 1fr)',
      sm: 'minmax(0, 1fr) auto',
      md: 'minmax(0, 1fr) 12rem 9rem',
    },
    alignItems: 'center',
    columnGap: '4',
    rowGap: '1',
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
  },
})
const Track = chakra('span', {
  base: {
    display: { base: 'none', md: 'block' },
    h: '1.5',
    bg: 'bg.emphasized',
    borderRadius: 'full',
    overflow: 'hidden',
    '& > span': { display: 'block', h: '100%', bg: 'accent' },
  },
})
const Opener = chakra('button', {
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: { base: 'flex-start', sm: 'flex-end' },
    gap: '1',
    minH: { base: '11', sm: '8' },
    color: 'accent.fg',
    fontWeight: 'medium',
    textStyle: 'sm',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'button',
    borderRadius: 'sm',
    focusVisibleRing: 'outside',
  },
})

interface PlanTableProps {
  plan: MigrationPlan
  /** asks for the tenants that lack one */
  onOpen: (migration: string) => void
}

/** Migrations by how many tenants lack them. */
export function PlanTable({ plan: { migrations, checked }, onOpen }: PlanTableProps) {
  return (
    <List aria-label="Migrations that not all tenants have">
      {migrations.map((migration) => (
        <Row key={migration.id} data-migration={migration.id}>
          <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="2" rowGap="1" minW="0">
            <MigrationName id={migration.id} />
            <MigrationMarks {...migration} />
          </chakra.div>
          <Track aria-hidden>
            {/* A style of its own: a class for each number would make the page keep a hundred rules. */}
            <span style={{ width: `${(migration.missing / Math.max(1, checked.tenants)) * 100}%` }} />
          </Track>
          <Lacking migration={migration} onOpen={onOpen} />
        </Row>
      ))}
    </List>
  )
}

function Lacking({ migration, onOpen }: { migration: PlannedMigration; onOpen: (id: string) => void }) {
  const { id, missing, changed, unknown } = migration
  if (missing > 0) {
    return (
      <Opener type="button" aria-haspopup="dialog" onClick={() => onOpen(id)}>
        {`${formatNumber(missing)} ${missing === 1 ? 'tenant lacks' : 'tenants lack'}`}{' '}
        <chakra.span srOnly>{id}</chakra.span>
        <ChevronRight size={14} aria-hidden />
      </Opener>
    )
  }
  return (
    <chakra.span color="fg.muted" textStyle="sm" textAlign="end">
      {changed > 0 ? `changed in ${formatNumber(changed)}` : `newer code, in ${formatNumber(unknown)}`}
    </chakra.span>
  )
}
