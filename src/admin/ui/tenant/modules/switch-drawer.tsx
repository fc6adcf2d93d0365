'use client'

import { planTitles } from '#src/tenancy/plans.ts'
import type { Module } from '#src/resources/define-module.ts'
import type { TenantDetails } from '../../../tenant-details.ts'
import { OrderDrawer } from '../order-drawer.tsx'

interface SwitchDrawerProps {
  tenant: TenantDetails
  module: Module
  /** what is asked about; undefined while nothing is */
  enable: boolean | undefined
  isBeyondPlan: boolean
  onClose: () => void
  send: (wish: { enabled: boolean; reason: string }) => Promise<void>
}

/** Asks before a module of a tenant is switched, and says what its people will notice. */
export function SwitchDrawer({ tenant, module, enable, isBeyondPlan, onClose, send }: SwitchDrawerProps) {
  const word = enable === true ? 'on' : 'off'
  const names = new Intl.ListFormat('en').format(module.resources.map(({ title }) => title))
  return (
    <OrderDrawer
      open={enable !== undefined}
      onClose={onClose}
      title={`Switch “${module.title}” ${word}?`}
      label={`Switch ${word}`}
      busyLabel="Starting"
      tone={enable === true ? 'accent' : 'danger'}
      terms={{ reason: 'optional' }}
      send={({ reason }) => send({ enabled: enable === true, reason })}
    >
      {enable === true ? (
        <>
          <p>
            A run makes or completes its tables while everybody goes on working. Then {names} appear for the
            people of {tenant.businessName}.
          </p>
          {isBeyondPlan && (
            <p>
              The plan {planTitles[tenant.plan]} has no room for it. It is switched on all the same, and the
              log says so.
            </p>
          )}
        </>
      ) : (
        <p>
          {names} disappear for everybody at once, and programs are refused. All records are kept: switched on
          again, everything is there as it was.
        </p>
      )}
    </OrderDrawer>
  )
}
