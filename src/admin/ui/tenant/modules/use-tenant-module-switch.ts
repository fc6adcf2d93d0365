'use client'

import { useState } from 'react'
import type { Feature } from '#src/tenancy/feature.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { useTenantRenewal } from '../tenant-queries.ts'

const OPEN: readonly string[] = ['pending', 'running', 'compensating']

/** Switching a module of a tenant: the run to show, and whether it is under way. */
export function useTenantModuleSwitch(tenantId: string, name: string, feature: Feature | undefined) {
  const api = useApi()
  const renew = useTenantRenewal(tenantId)
  const [started, setStarted] = useState<string>()
  const run = feature?.run ?? null
  return {
    /** what was started here stays in sight when it is done; what somebody else started, while it is not */
    runId: started ?? run?.id,
    isBusy: run !== null && OPEN.includes(run.state),
    /** Throws the error of the call. */
    change: async ({ enabled, reason }: { enabled: boolean; reason: string }): Promise<void> => {
      const wish = { tenantId, name, enabled, ...(reason === '' ? {} : { reason }) }
      const { runId } = await api.admin.features.setForTenant.mutate(wish)
      setStarted(runId ?? undefined)
      await renew()
    },
    /** The run has ended, one way or the other. */
    finish: renew,
  }
}
