'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { moduleOffers, type ModuleOffer } from '#src/tenancy/plan-feature.ts'
import { planTitles } from '#src/tenancy/plans.ts'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { ControlGroup, ControlSelect } from '#src/ui/form/control.tsx'
import type { PlanCell } from '../../plan-features.ts'
import { useConsole } from '../console-context.tsx'
import { usePlanFeatureChange } from './feature-queries.ts'
import { offerTexts } from './offer-texts.ts'

const Cell = chakra('td', {
  base: {
    display: { base: 'grid', md: 'table-cell' },
    gridTemplateColumns: '5.5rem minmax(0, 1fr)',
    alignItems: 'center',
    gap: '3',
    px: { base: '4', md: '3' },
    py: { base: '1.5', md: '3' },
    verticalAlign: 'top',
    _last: { pe: { md: '6' } },
  },
})

interface OfferCellProps {
  cell: PlanCell
  /** of the module */
  title: string
  /** how many have the plan */
  tenants: number
}

/** What one plan does with one module. Changing it is asked about first. */
export function OfferCell({ cell, title, tenants }: OfferCellProps) {
  const { mayChange } = useConsole()
  const change = usePlanFeatureChange()
  const [wish, setWish] = useState<ModuleOffer>()
  const { plan, module, offer, enabled } = cell
  const name = `${title} on the plan ${planTitles[plan]}`

  async function confirm(): Promise<void> {
    if (wish === undefined) return
    await change({ plan, module, offer: wish })
    setWish(undefined)
    toast.success(`${name}: ${offerTexts[wish].title.toLowerCase()}`)
  }

  return (
    <Cell role="cell">
      <chakra.span display={{ md: 'none' }} color="fg.muted" textStyle="sm">
        {planTitles[plan]}
      </chakra.span>
      <div>
        {mayChange ? (
          <ControlGroup end={<ChevronDown size={16} aria-hidden />}>
            <ControlSelect
              aria-label={name}
              value={offer}
              pe="9"
              onChange={(event) => setWish(moduleOffers.find((one) => one === event.target.value))}
            >
              {moduleOffers.map((one) => (
                <option key={one} value={one}>
                  {offerTexts[one].title}
                </option>
              ))}
            </ControlSelect>
          </ControlGroup>
        ) : (
          <chakra.span fontWeight="medium">{offerTexts[offer].title}</chakra.span>
        )}
        <chakra.p color="fg.muted" textStyle="xs" mt="1" fontVariantNumeric="tabular-nums">
          {enabled.toLocaleString('en')} of {tenants.toLocaleString('en')} have it on
        </chakra.p>
      </div>
      <ConfirmDialog
        open={wish !== undefined}
        onClose={() => setWish(undefined)}
        onConfirm={confirm}
        tone="accent"
        title={`${name}: ${wish ? offerTexts[wish].title.toLowerCase() : ''}?`}
        confirmLabel="Change the plan"
      >
        {wish && `${offerTexts[wish].effect} ${describeReach(enabled, tenants)}`}
      </ConfirmDialog>
    </Cell>
  )
}

function describeReach(enabled: number, tenants: number): string {
  const all = `${tenants.toLocaleString('en')} ${tenants === 1 ? 'tenant has' : 'tenants have'} this plan`
  return `${all}; the ${enabled.toLocaleString('en')} with the module on keep it.`
}
