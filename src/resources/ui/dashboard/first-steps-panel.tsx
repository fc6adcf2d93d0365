'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronRight, Circle, CircleCheck } from 'lucide-react'
import NextLink from 'next/link'
import { Panel } from '#src/ui/layout/panel.tsx'
import { addressOf, NEW_RECORD } from '../record-target.ts'
import type { FirstStep } from './first-steps.ts'

const Step = chakra(NextLink, {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    minH: '12',
    px: { base: '4', sm: '6' },
    py: '2',
    borderTopWidth: '1px',
    borderColor: 'border.muted',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    _icon: { flexShrink: '0' },
    'li:last-of-type > &': { borderBottomRadius: 'panel' },
  },
})

interface FirstStepsPanelProps {
  steps: readonly FirstStep[]
  onHide: () => void
}

/** What a new workspace is still without, each step leading to the form that takes it. */
export function FirstStepsPanel({ steps, onHide }: FirstStepsPanelProps) {
  const done = steps.filter((step) => step.done).length
  return (
    <Panel
      flush
      title="Set up your workspace"
      description={`${done} of ${steps.length} done`}
      actions={
        <Button variant="ghost" size="sm" onClick={onHide}>
          Hide
        </Button>
      }
    >
      <chakra.ol mt="4">
        {steps.map((step) => (
          <li key={addressOf(step.target)}>
            <StepLine {...step} />
          </li>
        ))}
      </chakra.ol>
    </Panel>
  )
}

function StepLine({ target, done }: FirstStep) {
  const { singular, title, description } = target.resource
  if (done) {
    return (
      <Step href={addressOf(target)} color="fg.muted">
        <chakra.span color="status.succeeded.fg" display="grid">
          <CircleCheck size={20} aria-hidden />
        </chakra.span>
        <chakra.span flex="1">
          {title}
          <chakra.span srOnly>, done</chakra.span>
        </chakra.span>
      </Step>
    )
  }
  return (
    <Step href={addressOf(target, NEW_RECORD)}>
      <chakra.span color="fg.subtle" display="grid">
        <Circle size={20} aria-hidden />
      </chakra.span>
      <chakra.span flex="1" minW="0">
        <chakra.span display="block" fontWeight="medium">
          Add your first {singular}
        </chakra.span>
        <chakra.span display="block" color="fg.muted" textStyle="sm">
          {description}
        </chakra.span>
      </chakra.span>
      <chakra.span color="fg.subtle" display="grid">
        <ChevronRight size={16} aria-hidden />
      </chakra.span>
    </Step>
  )
}
