'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import type { Module } from '#src/resources/define-module.ts'
import { ModuleRun } from '#src/resources/ui/modules/module-run.tsx'
import { ResourceIcon } from '#src/resources/ui/resource-icon.tsx'
import type { Feature } from '#src/tenancy/feature.ts'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'
import { useConsole } from '../../console-context.tsx'
import { SwitchDrawer } from './switch-drawer.tsx'
import { useTenantModuleSwitch } from './use-tenant-module-switch.ts'

const Row = chakra('li', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: 'auto minmax(0, 1fr)', sm: 'auto minmax(0, 1fr) auto' },
    columnGap: '4',
    rowGap: '3',
    alignItems: 'start',
    px: { base: '4', sm: '6' },
    py: '5',
    borderTopWidth: '1px',
  },
})
const Sign = chakra('span', {
  base: {
    display: 'grid',
    placeItems: 'center',
    boxSize: '10',
    borderRadius: 'control',
    bg: 'bg.muted',
    color: 'fg.muted',
    '&[data-on]': { bg: 'teal.subtle', color: 'accent.fg' },
  },
})

interface TenantModuleRowProps {
  tenant: TenantDetails
  module: Module
  feature: Feature | undefined
  /** the plan has no room for one more */
  isBeyondPlan: boolean
}

/** One module of a tenant: how it stands, the button that changes that, and the run while it does. */
export function TenantModuleRow({ tenant, module, feature, isBeyondPlan }: TenantModuleRowProps) {
  const { mayChange } = useConsole()
  const [asking, setAsking] = useState<boolean>()
  const isOn = feature?.enabled ?? false
  const { runId, isBusy, change, finish } = useTenantModuleSwitch(tenant.id, module.id, feature)
  return (
    <Row aria-label={module.title}>
      <Sign data-on={isOn || undefined}>
        <ResourceIcon name={module.icon} size={20} />
      </Sign>
      <div>
        <chakra.h3 display="flex" flexWrap="wrap" alignItems="center" gap="2" fontWeight="semibold">
          {module.title}
          <StatusBadge status={isOn ? 'active' : 'cancelled'} label={isOn ? 'On' : 'Off'} />
        </chakra.h3>
        <chakra.p color="fg.muted" textStyle="sm" mt="1" textWrap="pretty">
          {module.description}
        </chakra.p>
      </div>
      {mayChange && tenant.deletionDueAt === null && (
        <chakra.div gridColumn={{ base: '2', sm: 'auto' }}>
          <Button
            variant="outline"
            size="sm"
            aria-label={`Switch ${module.title} ${isOn ? 'off' : 'on'}`}
            aria-busy={isBusy || undefined}
            onClick={() => {
              if (!isBusy) setAsking(!isOn)
            }}
          >
            {isBusy && <Spinner />}
            {isOn ? 'Switch off' : 'Switch on'}
          </Button>
        </chakra.div>
      )}
      {runId !== undefined && (
        <chakra.div gridColumn="1 / -1">
          <ModuleRun
            key={runId}
            runId={runId}
            module={module}
            onSettled={() => void finish()}
            onRetry={(enabled) => setAsking(enabled)}
          />
        </chakra.div>
      )}
      <SwitchDrawer
        tenant={tenant}
        module={module}
        enable={asking}
        isBeyondPlan={isBeyondPlan}
        onClose={() => setAsking(undefined)}
        send={change}
      />
    </Row>
  )
}
