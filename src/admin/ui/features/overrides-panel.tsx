'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { planTitles } from '#src/tenancy/plans.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { FeatureOverride } from '../../plan-features.ts'
import { TenantLink } from '../audit/tenant-link.tsx'
import { useOverrides } from './feature-queries.ts'

const PAGE = 20
const Item = chakra('li', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
    columnGap: '4',
    py: '3',
    borderTopWidth: '1px',
    _first: { borderTopWidth: '0' },
  },
})

/** Tenants whose modules were set by the platform, with who did it and when. */
export function OverridesPanel() {
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useOverrides({ page, limit: PAGE })
  return (
    <Panel
      title="Set by the platform"
      description="Modules of single tenants that an administrator has switched. A line goes once their own people decide."
    >
      {data ? (
        data.items.length === 0 ? (
          <chakra.p color="fg.muted">Nothing so far. Modules are switched on a tenant’s page.</chakra.p>
        ) : (
          <>
            <chakra.ul listStyle="none">
              {data.items.map((override) => (
                <Override key={`${override.tenant.id} ${override.module}`} override={override} />
              ))}
            </chakra.ul>
            <Pager page={page} last={Math.ceil(data.total / PAGE)} onPage={setPage} />
          </>
        )
      ) : error ? (
        <CallFailure
          title="The list could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonRows rows={3} label="Loading" />
      )}
    </Panel>
  )
}

function Override({ override }: { override: FeatureOverride }) {
  const { modules } = useModuleAccess()
  const { tenant, module, enabled, beyondPlan, reason, setBy, setAt } = override
  const title = modules.find(({ id }) => id === module)?.title ?? module
  return (
    <Item>
      <chakra.p overflowWrap="anywhere">
        <TenantLink tenant={tenant} /> · {title} <strong>{enabled ? 'on' : 'off'}</strong>
        {beyondPlan && (
          <chakra.span color="fg.warning"> beyond the plan {planTitles[tenant.plan]}</chakra.span>
        )}
        {reason !== null && (
          <chakra.span display="block" color="fg.muted" textStyle="sm">
            {reason}
          </chakra.span>
        )}
      </chakra.p>
      <chakra.p color="fg.muted" textStyle="sm">
        {setBy.fullName}, <RelativeTime moment={setAt} />
      </chakra.p>
    </Item>
  )
}

type PagerProps = { page: number; last: number; onPage: (page: number) => void }

function Pager({ page, last, onPage }: PagerProps) {
  if (last <= 1) return null
  return (
    <chakra.div display="flex" justifyContent="flex-end" gap="2" pt="3">
      <Button size="sm" variant="outline" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Newer
      </Button>
      <Button size="sm" variant="outline" disabled={page >= last} onClick={() => onPage(page + 1)}>
        Older
      </Button>
    </chakra.div>
  )
}
