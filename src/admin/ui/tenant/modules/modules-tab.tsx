'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Module } from '#src/resources/define-module.ts'
import { planLimitsOf, planTitles } from '#src/tenancy/plans.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useTenantModules } from '../tenant-queries.ts'
import { TenantModuleRow } from './tenant-module-row.tsx'

const List = chakra('ul', { base: { listStyle: 'none', mt: '4' } })

interface ModulesTabProps {
  tenant: TenantDetails
  modules: readonly Module[]
}

/** What the tenant can do, switched on and off one by one. */
export function ModulesTab({ tenant, modules }: ModulesTabProps) {
  const { data, error, refetch } = useTenantModules(tenant.id)
  if (!data) {
    return (
      <Panel>
        {error ? (
          <CallFailure
            title="The modules could not be loaded"
            error={callErrorOf(error)}
            onRetry={() => void refetch()}
          />
        ) : (
          <SkeletonRows rows={6} label="Loading modules" />
        )}
      </Panel>
    )
  }
  const { items } = data
  const on = items.filter(({ enabled }) => enabled)
  return (
    <Panel title="Modules" description={describeRoom(tenant, on.length)} flush>
      <List>
        {modules.map((module) => (
          <TenantModuleRow
            key={module.id}
            tenant={tenant}
            module={module}
            feature={items.find(({ name }) => name === module.id)}
            isBeyondPlan={hasNoRoom(tenant, on.length)}
          />
        ))}
      </List>
    </Panel>
  )
}

function hasNoRoom({ plan }: TenantDetails, count: number): boolean {
  const { modules: limit } = planLimitsOf(plan)
  return limit !== null && count >= limit
}

function describeRoom(tenant: TenantDetails, count: number): string {
  const { modules: limit } = planLimitsOf(tenant.plan)
  const title = planTitles[tenant.plan]
  if (limit === null) return `${count} switched on. The plan ${title} has room for all.`
  return `${count} of ${limit} that the plan ${title} has room for. The platform may go beyond it.`
}
