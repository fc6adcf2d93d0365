'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { usePlanTable } from './feature-queries.ts'
import { OverridesPanel } from './overrides-panel.tsx'
import { PlanHistory } from './plan-history.tsx'
import { PlanMatrix } from './plan-matrix.tsx'

/** What plans do with modules, what the platform has decided for single tenants, and who changed what. */
export function FeaturesScreen() {
  const { data, error, refetch } = usePlanTable()
  return (
    <>
      <PageHeader
        title="Features"
        description="Which modules plans give, and where the platform decided otherwise."
      />
      <chakra.div display="grid" gap="6" gridTemplateColumns="minmax(0, 1fr)">
        <Panel
          title="Plans and modules"
          description="A change counts for what people choose from now on. What is on stays on."
          flush
        >
          {data ? (
            <PlanMatrix table={data} />
          ) : error ? (
            <CallFailure
              title="The plans could not be loaded"
              error={callErrorOf(error)}
              onRetry={() => void refetch()}
            />
          ) : (
            <chakra.div p="6">
              <SkeletonRows rows={5} label="Loading plans" />
            </chakra.div>
          )}
        </Panel>
        <OverridesPanel />
        <PlanHistory />
      </chakra.div>
    </>
  )
}
