'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Check } from 'lucide-react'
import { wizardSteps, type StepId } from './wizard-steps.ts'

const List = chakra('ol', {
  base: { display: 'flex', gap: { base: '1.5', md: '2' }, mb: { base: '6', md: '10' }, listStyle: 'none' },
})
const Entry = chakra('li', {
  base: {
    flex: '1',
    borderTopWidth: '3px',
    borderColor: 'border.emphasized',
    borderRadius: '0',
    minW: '0',
    transitionProperty: 'border-color',
    transitionDuration: 'slow',
    '&[data-reached]': { borderColor: 'accent' },
  },
})
const look = {
  base: {
    display: { base: 'none', md: 'flex' },
    alignItems: 'center',
    gap: '2',
    minH: '10',
    w: '100%',
    textStyle: 'sm',
    color: 'fg.muted',
    borderRadius: 'sm',
    '&[data-current]': { color: 'fg', fontWeight: 'semibold' },
  },
} as const
const Plain = chakra('span', look)
const Jump = chakra('button', {
  base: { ...look.base, cursor: 'button', focusVisibleRing: 'outside', _hover: { color: 'fg' } },
})
const Mark = chakra('span', {
  base: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: '5',
    borderRadius: 'full',
    borderWidth: '1px',
    borderColor: 'border.control',
    fontVariantNumeric: 'tabular-nums',
    textStyle: 'xs',
    fontWeight: 'medium',
    '[data-current] &': { borderColor: 'accent', color: 'accent.fg' },
    '&[data-done]': { bg: 'accent', borderColor: 'accent', color: 'accent.contrast' },
  },
})

interface StepProgressProps {
  current: number
  /** The last step that may be opened. */
  furthest: number
  onGoTo: (step: StepId) => void
}

/** The steps by name: ticked when done, open to jump to as far as the person has come. */
export function StepProgress({ current, furthest, onGoTo }: StepProgressProps) {
  const title = wizardSteps[current]?.title
  return (
    <nav aria-label="Steps">
      <chakra.p hideFrom="md" textStyle="sm" color="fg.muted" mb="2" aria-hidden>
        Step {current + 1} of {wizardSteps.length}: {title}
      </chakra.p>
      <List>
        {wizardSteps.map((step, index) => {
          const isDone = index < furthest && index !== current
          const isCurrent = index === current
          const content = (
            <>
              <Mark data-done={isDone || undefined} aria-hidden>
                {isDone ? <Check size={12} strokeWidth={3} /> : index + 1}
              </Mark>
              <chakra.span truncate>{step.title}</chakra.span>
              {isDone && <chakra.span srOnly>, done</chakra.span>}
            </>
          )
          const marks = { 'data-current': isCurrent || undefined }
          return (
            <Entry
              key={step.id}
              data-reached={index <= Math.max(current, furthest) || undefined}
              aria-current={isCurrent ? 'step' : undefined}
            >
              {index <= furthest && !isCurrent ? (
                <Jump type="button" onClick={() => onGoTo(step.id)} {...marks}>
                  {content}
                </Jump>
              ) : (
                <Plain {...marks}>{content}</Plain>
              )}
            </Entry>
          )
        })}
      </List>
    </nav>
  )
}
