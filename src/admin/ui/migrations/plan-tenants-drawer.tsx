'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import NextLink from 'next/link'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { MigrationName } from './migration-name.tsx'
import { useMigrationPlan, type PlanMoment } from './migration-queries.ts'

const LIMIT = 50

const Tenants = chakra('ul', { base: { listStyle: 'none', borderTopWidth: '1px' } })
const Tenant = chakra('li', { base: { py: '2.5', borderBottomWidth: '1px' } })
const TenantLink = chakra(NextLink, {
  base: { color: 'accent.fg', fontWeight: 'medium', borderRadius: 'sm', focusVisibleRing: 'outside' },
})

interface PlanTenantsDrawerProps {
  /** opens it */
  migration: string | undefined
  moment: PlanMoment
  onClose: () => void
}

/** The tenants that lack a migration, page by page. */
export function PlanTenantsDrawer({ migration, moment, onClose }: PlanTenantsDrawerProps) {
  return (
    <Drawer
      open={migration !== undefined}
      onClose={onClose}
      title="Tenants that lack it"
      description={migration !== undefined && <MigrationName id={migration} />}
    >
      {migration !== undefined && <Lacking key={migration} migration={migration} moment={moment} />}
    </Drawer>
  )
}

function Lacking({ migration, moment }: { migration: string; moment: PlanMoment }) {
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useMigrationPlan({ migration, page, limit: LIMIT }, moment)
  if (!data) {
    return error ? (
      <CallFailure
        title="They could not be loaded"
        error={callErrorOf(error)}
        onRetry={() => void refetch()}
      />
    ) : (
      <SkeletonRows rows={6} label="Loading the tenants" />
    )
  }
  const { items, total } = data.tenants
  const pages = Math.max(1, Math.ceil(total / LIMIT))
  return (
    <>
      <Tenants aria-label="Tenants">
        {items.map(({ tenantId, subdomain, missing }) => (
          <Tenant key={tenantId}>
            <TenantLink href={`/admin/tenants/${tenantId}`}>{subdomain}</TenantLink>
            <chakra.span color="fg.muted" textStyle="sm" display="block">
              {missing.length === 1 ? 'lacks this one only' : `lacks ${missing.length} in all`}
            </chakra.span>
          </Tenant>
        ))}
      </Tenants>
      {pages > 1 && (
        <chakra.div display="flex" alignItems="center" justifyContent="space-between" gap="3" mt="4">
          <Button variant="outline" size="sm" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <chakra.span color="fg.muted" textStyle="sm">
            {`Page ${formatNumber(page)} of ${formatNumber(pages)}`}
          </chakra.span>
          <Button variant="outline" size="sm" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </chakra.div>
      )}
    </>
  )
}
