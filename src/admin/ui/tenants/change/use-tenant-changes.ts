'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { Plan } from '#src/tenancy/tenant.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { consoleKeys } from '../../console-keys.ts'

/** A plan for a tenant; one that is too small for what it uses needs a reason. */
export type PlanChange = { plan: Plan; force?: true; reason?: string }

/** What can be done to one tenant. Each renews what is on screen, as the page hears of the changes of others only. */
export function useTenantChanges(tenantId: string) {
  const { tenants } = useApi().admin
  const cache = useQueryClient()

  async function renewed<Answer>(call: Promise<Answer>): Promise<Answer> {
    try {
      return await call
    } finally {
      for (const queryKey of [consoleKeys.tenants, consoleKeys.tenant(tenantId)]) {
        void cache.invalidateQueries({ queryKey })
      }
    }
  }

  return {
    suspend: (reason: string) => renewed(tenants.suspend.mutate({ tenantId, reason })),
    activate: () => renewed(tenants.activate.mutate({ tenantId })),
    changePlan: (change: PlanChange) => renewed(tenants.changePlan.mutate({ tenantId, ...change })),
  }
}
