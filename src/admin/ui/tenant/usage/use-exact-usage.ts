'use client'

import { useState } from 'react'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { TenantUsage } from '../../../tenant-usage.ts'

export type ExactUsage = {
  /** as it was when it was counted; undefined before */
  usage: TenantUsage | undefined
  isCounting: boolean
  /** why there is no exact number, in a sentence */
  problem: string | undefined
  count: () => Promise<void>
}

/** Counts the rows of a tenant one by one when somebody asks for it. */
export function useExactUsage(tenantId: string): ExactUsage {
  const api = useApi()
  const [usage, setUsage] = useState<TenantUsage>()
  const [isCounting, setCounting] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function count(): Promise<void> {
    setCounting(true)
    setProblem(undefined)
    try {
      const counted = await api.admin.tenants.usage.query({ tenantId, rows: 'exact' })
      if (counted.isExact) setUsage(counted)
      else setProblem('Counting took more than two seconds and was stopped. The numbers are estimates.')
    } catch (thrown) {
      setProblem(callErrorOf(thrown).message)
    } finally {
      setCounting(false)
    }
  }

  return { usage, isCounting, problem, count }
}
