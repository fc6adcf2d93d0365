'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { reasonInput } from '#src/admin/tenant-changes.ts'
import { planTitles } from '#src/tenancy/plans.ts'
import { plans, type Plan } from '#src/tenancy/tenant.ts'
import { describePlan } from '#src/tenancy/ui/wizard/plan-offers.ts'
import { ControlGroup, ControlSelect } from '#src/ui/form/control.tsx'
import { ChangeQuestion } from './change-question.tsx'
import { ReasonInput } from './reason-input.tsx'
import type { PlanChange } from './use-tenant-changes.ts'

interface PlanQuestionProps {
  /** `“Happy Paws”`, or `37 tenants` */
  what: string
  /** the plan to begin with */
  current: Plan
  /** A plan that is too small may be taken all the same, with a reason. */
  mayForce?: boolean
  onClose: () => void
  onConfirm: (change: PlanChange) => Promise<void>
}

/** Asks for another plan. */
export function PlanQuestion({ what, current, mayForce = false, onClose, onConfirm }: PlanQuestionProps) {
  const [plan, setPlan] = useState(current)
  const [tooSmall, setTooSmall] = useState<Plan>()
  const [reason, setReason] = useState('')
  const isForced = mayForce && tooSmall === plan
  const given = reasonInput.safeParse(reason)

  return (
    <ChangeQuestion
      title={`Change the plan of ${what}?`}
      confirmLabel={isForced ? 'Change all the same' : 'Change plan'}
      tone={isForced ? 'danger' : 'accent'}
      fields={
        <>
          <chakra.label display="grid" gap="1.5">
            <chakra.span fontWeight="medium">Plan</chakra.span>
            <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
              <ControlSelect
                data-autofocus
                pe="9"
                value={plan}
                onChange={(event) => setPlan(plans.find((name) => name === event.target.value) ?? current)}
              >
                {plans.map((name) => (
                  <option key={name} value={name}>
                    {planTitles[name]}
                  </option>
                ))}
              </ControlSelect>
            </ControlGroup>
            <chakra.span color="fg.muted" textStyle="sm">
              {describePlan(plan)}
            </chakra.span>
          </chakra.label>
          {isForced && (
            <ReasonInput
              value={reason}
              onChange={setReason}
              hint="More than the plan has room for stays, and nothing can be added."
            />
          )}
        </>
      }
      isReady={!isForced || given.success}
      onClose={onClose}
      onConfirm={() => onConfirm(isForced ? { plan, force: true, reason: given.data ?? '' } : { plan })}
      onRefusal={({ code }) => {
        if (code === 'PLAN_LIMIT_REACHED') setTooSmall(plan)
      }}
    >
      What the plan has room for counts at once. A plan that is too small for what is used is refused.
    </ChangeQuestion>
  )
}
