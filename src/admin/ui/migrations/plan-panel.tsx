'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { PlanMoment, useMigrationPlan } from './migration-queries.ts'
import { PlanObstacles } from './plan-obstacles.tsx'
import { PlanTable } from './plan-table.tsx'
import { PlanTenantsDrawer } from './plan-tenants-drawer.tsx'
import { UpToDate } from './up-to-date.tsx'

interface PlanPanelProps {
  plan: ReturnType<typeof useMigrationPlan>
  moment: PlanMoment
}

/** What is missing where, or that nothing is. */
export function PlanPanel({ plan: { data: plan, error, refetch }, moment }: PlanPanelProps) {
  const [asked, setAsked] = useState<string>()
  if (!plan) {
    if (error) {
      return (
        <CallFailure
          title="The plan could not be made"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      )
    }
    return (
      <Panel title="Plan">
        <SkeletonRows rows={3} label="Comparing the tenants" />
      </Panel>
    )
  }
  if (plan.migrations.length === 0) return <UpToDate checked={plan.checked} />
  const { behind, checked } = plan
  return (
    <Panel
      title="Plan"
      description={
        behind === 0
          ? 'No tenant lacks anything that this code has.'
          : `${formatNumber(behind)} of ${formatNumber(checked.tenants)} ${checked.tenants === 1 ? 'tenant' : 'tenants'} lack something that this code has.`
      }
      flush
    >
      <PlanObstacles plan={plan} />
      <chakra.div mt="4">
        <PlanTable plan={plan} onOpen={setAsked} />
      </chakra.div>
      <PlanTenantsDrawer migration={asked} moment={moment} onClose={() => setAsked(undefined)} />
    </Panel>
  )
}
