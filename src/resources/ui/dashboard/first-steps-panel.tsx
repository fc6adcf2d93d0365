'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronRight, Circle, CircleCheck } from 'lucide-react'
import NextLink from 'next/link'
import { Panel } from '#src/ui/layout/panel.tsx'
import { useModuleAccess } from '../module-access.tsx'
import { addressOf, NEW_RECORD, type RecordTarget } from '../record-target.ts'
import type { CountsByModule } from '../use-navigation.tsx'
import { listFirstSteps } from './first-steps.ts'

const Step = chakra(NextLink, {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: '12',
    px: { base: '4', sm: '6' },
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    _last: { borderBottomRadius: 'panel' },
  },
})

interface FirstStepsProps {
  targets: readonly RecordTarget[]
  counts: CountsByModule
}

/** What a new workspace is still without. It goes away by itself once everything has a first record. */
export function FirstSteps({ targets, counts }: FirstStepsProps) {
  const { permits } = useModuleAccess()
  const known = targets.filter(
    ({ moduleId, resource }) =>
      counts.get(moduleId)?.[resource.name] !== undefined && permits(resource, 'create'),
  )
  const steps = listFirstSteps(known, ({ moduleId, resource }) => counts.get(moduleId)?.[resource.name] ?? 0)
  const done = steps.filter((step) => step.done).length
  if (done === steps.length) return null
  return (
    <Panel
      flush
      title="Set up your workspace"
      description={done === 0 ? 'Start with the first one.' : `${done} of ${steps.length} done.`}
    >
      <chakra.ol mt="4">
        {steps.map(({ target, done: isDone }) => (
          <li key={addressOf(target)}>
            <Step href={isDone ? addressOf(target) : addressOf(target, NEW_RECORD)}>
              <chakra.span color={isDone ? 'status.succeeded.fg' : 'fg.subtle'} display="grid">
                {isDone ? <CircleCheck size={20} aria-hidden /> : <Circle size={20} aria-hidden />}
              </chakra.span>
              <chakra.span flex="1" minW="0" color={isDone ? 'fg.muted' : 'fg'}>
                Add your first {target.resource.singular}
                {isDone && <chakra.span srOnly>, done</chakra.span>}
              </chakra.span>
              <chakra.span color="fg.subtle" display="grid">
                <ChevronRight size={16} aria-hidden />
              </chakra.span>
            </Step>
          </li>
        ))}
      </chakra.ol>
    </Panel>
  )
}
