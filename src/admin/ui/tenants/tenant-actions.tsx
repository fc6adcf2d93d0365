'use client'

import { Button } from '@chakra-ui/react/button'
import { CirclePause, CirclePlay, Layers } from 'lucide-react'
import { useState } from 'react'
import type { TenantDetails } from '#src/admin/tenant-details.ts'
import { planTitles } from '#src/tenancy/plans.ts'
import { toast } from '#src/ui/feedback/toast.ts'
import { useConsole } from '../console-context.tsx'
import { ActivateQuestion } from './change/activate-question.tsx'
import { PlanQuestion } from './change/plan-question.tsx'
import { SuspendQuestion } from './change/suspend-question.tsx'
import { useTenantChanges } from './change/use-tenant-changes.ts'

interface TenantActionsProps {
  tenant: Pick<TenantDetails, 'id' | 'businessName' | 'plan' | 'moves'>
}

/** The buttons that change one tenant, for those who may: suspend, activate, another plan. */
export function TenantActions({ tenant }: TenantActionsProps) {
  const { mayChange } = useConsole()
  const [asking, setAsking] = useState<'suspend' | 'activate' | 'plan'>()
  const { suspend, activate, changePlan } = useTenantChanges(tenant.id)
  const { moves } = tenant
  const what = `“${tenant.businessName}”`
  const question = { what, onClose: () => setAsking(undefined) }
  if (!mayChange) return null

  return (
    <>
      {moves.includes('suspend') && (
        <Button variant="outline" onClick={() => setAsking('suspend')}>
          <CirclePause />
          Suspend
        </Button>
      )}
      {moves.includes('activate') && (
        <Button variant="outline" onClick={() => setAsking('activate')}>
          <CirclePlay />
          Activate
        </Button>
      )}
      {moves.length > 0 && (
        <Button variant="outline" onClick={() => setAsking('plan')}>
          <Layers />
          Change plan
        </Button>
      )}
      {asking === 'suspend' && (
        <SuspendQuestion
          {...question}
          onConfirm={async (reason) => {
            await suspend(reason)
            toast.success(`${what} is suspended`)
          }}
        />
      )}
      {asking === 'activate' && (
        <ActivateQuestion
          {...question}
          onConfirm={async () => {
            await activate()
            toast.success(`${what} is active`)
          }}
        />
      )}
      {asking === 'plan' && (
        <PlanQuestion
          {...question}
          current={tenant.plan}
          mayForce
          onConfirm={async (change) => {
            await changePlan(change)
            toast.success(`${what} has the plan ${planTitles[change.plan]}`)
          }}
        />
      )}
    </>
  )
}
