'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { StatusBadge } from '#src/ui/feedback/status-badge.tsx'
import type { Feature } from '#src/tenancy/feature.ts'
import type { Module } from '../../define-module.ts'
import { ResourceIcon } from '../resource-icon.tsx'
import { ModuleRun } from './module-run.tsx'
import { SwitchOffDialog } from './switch-off-dialog.tsx'
import { useModuleSwitch } from './use-module-switch.ts'

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

interface ModuleRowProps {
  module: Module
  feature: Feature | undefined
  /** the plan has no room for one more */
  isFull: boolean
  /** no other module is switched on */
  isLast: boolean
}

/** One module: what it is for, how it stands, the button that changes that, and the run while it does. */
export function ModuleRow({ module, feature, isFull, isLast }: ModuleRowProps) {
  const mayChange = useMay()('features:update')
  const [asking, setAsking] = useState(false)
  const isOn = feature?.enabled ?? false
  const { runId, isBusy, refusal, change, finish } = useModuleSwitch(module, feature)
  const isWithheld = !isOn && (feature?.isWithheld ?? false)
  const isBlocked = isOn ? isLast : isFull || isWithheld
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
        {isOn && isLast && (
          <chakra.p color="fg.muted" textStyle="sm" mt="1">
            It stays on as long as it is the only one.
          </chakra.p>
        )}
        {isWithheld && (
          <chakra.p color="fg.muted" textStyle="sm" mt="1">
            Your plan does not have it. Ask us, or move to a plan that does.
          </chakra.p>
        )}
        {refusal !== undefined && (
          <chakra.p role="alert" color="fg.error" textStyle="sm" mt="2">
            {refusal}
          </chakra.p>
        )}
      </div>
      {mayChange && (
        <chakra.div gridColumn={{ base: '2', sm: 'auto' }}>
          <Button
            variant={isOn ? 'outline' : 'solid'}
            size="sm"
            aria-label={`Switch ${module.title} ${isOn ? 'off' : 'on'}`}
            disabled={isBlocked && !isBusy}
            aria-busy={isBusy || undefined}
            onClick={() => {
              if (isBusy) return
              if (isOn) setAsking(true)
              else void change(true)
            }}
          >
            {isBusy && <Spinner />}
            {isOn ? 'Switch off' : 'Switch on'}
          </Button>
        </chakra.div>
      )}
      {runId !== undefined && (
        <chakra.div gridColumn="1 / -1">
          <ModuleRun key={runId} runId={runId} module={module} onSettled={finish} onRetry={change} />
        </chakra.div>
      )}
      <SwitchOffDialog
        module={module}
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => change(false)}
      />
    </Row>
  )
}
