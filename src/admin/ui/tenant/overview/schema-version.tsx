'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import type { Module } from '#src/resources/define-module.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'

const List = chakra('ul', { base: { listStyle: 'none', mt: '4', borderTopWidth: '1px' } })
const Row = chakra('li', {
  base: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '4',
    px: { base: '4', sm: '6' },
    py: '3',
    '& + &': { borderTopWidth: '1px' },
  },
})
const Name = chakra('span', {
  base: { fontFamily: 'mono', textStyle: 'sm', color: 'fg.muted', overflowWrap: 'anywhere' },
})

const Lacking = chakra('div', {
  base: {
    px: { base: '4', sm: '6' },
    py: '4',
    borderTopWidth: '1px',
    '& ul': { listStyle: 'none', my: '1' },
    '& a': { color: 'accent.fg', borderRadius: 'sm', focusVisibleRing: 'outside' },
  },
})

interface SchemaVersionProps {
  tenant: TenantDetails
  modules: readonly Module[]
}

/** Which migrations the tenant's schema has, and whether the code knows newer ones. */
export function SchemaVersion({ tenant, modules }: SchemaVersionProps) {
  const applied = Map.groupBy(tenant.migrations, ({ module }) => module)
  return (
    <Panel
      title="Schema version"
      description={
        tenant.isBehind
          ? 'The code knows migrations that this schema does not have yet.'
          : 'The newest migration of each module that its tables were made by.'
      }
      actions={
        tenant.isBehind ? (
          <StatusBadge status="suspended" label="Behind" />
        ) : (
          <StatusBadge status="succeeded" label="Up to date" />
        )
      }
      flush
    >
      <List>
        {applied.size === 0 && <Row>No table has been made yet.</Row>}
        {[...applied].map(([module, migrations]) => {
          const newest = migrations.at(-1)
          return (
            <Row key={module}>
              <chakra.div minW="0">
                <chakra.span fontWeight="medium">
                  {modules.find(({ id }) => id === module)?.title ?? module}
                </chakra.span>{' '}
                <Name>{newest?.name}</Name>
              </chakra.div>
              <chakra.span color="fg.muted" textStyle="sm">
                {migrations.length} applied, {newest && <RelativeTime moment={newest.appliedAt} passive />}
              </chakra.span>
            </Row>
          )
        })}
      </List>
      {tenant.missing.length > 0 && (
        <Lacking>
          <span>{`Lacks ${tenant.missing.length === 1 ? 'a migration' : `${tenant.missing.length} migrations`}`}</span>
          <ul>
            {tenant.missing.map((id) => (
              <li key={id}>
                <Name>{id}</Name>
              </li>
            ))}
          </ul>
          <NextLink href="/admin/migrations">Bring it up to date by a rollout</NextLink>
        </Lacking>
      )}
    </Panel>
  )
}
