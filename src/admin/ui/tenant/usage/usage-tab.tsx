'use client'

import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { Module } from '#src/resources/define-module.ts'
import { useTenantUsage } from '../tenant-queries.ts'
import { FiguresOf } from '../usage-figures.tsx'
import { RequestChart } from './request-chart.tsx'
import { StoragePanel } from './storage-panel.tsx'
import { useExactUsage } from './use-exact-usage.ts'

interface UsageTabProps {
  tenantId: string
  modules: readonly Module[]
}

/** How much the tenant asks for by day, and what its tables hold. */
export function UsageTab({ tenantId, modules }: UsageTabProps) {
  const { data, error, refetch } = useTenantUsage(tenantId)
  const exact = useExactUsage(tenantId)
  const usage = exact.usage ?? data
  if (usage) {
    return (
      <>
        <FiguresOf usage={usage} />
        <RequestChart days={usage.days} />
        <StoragePanel usage={usage} modules={modules} count={exact} />
      </>
    )
  }
  return (
    <Panel>
      {error ? (
        <CallFailure
          title="The usage could not be loaded"
          error={callErrorOf(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonRows rows={8} label="Loading the usage" />
      )}
    </Panel>
  )
}
