'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { StatusIcon } from '#src/ui/feedback/status-icon.tsx'
import { formatDuration } from '#src/ui/format/durations.ts'
import type { RunState, RunStep } from '../run.ts'
import { getStepTitle } from '../step-titles.ts'

/** States as words about a step. */
const words: Record<RunState, string> = {
  pending: 'Waiting',
  running: 'Running',
  succeeded: 'Done',
  failed: 'Failed',
  compensating: 'Undoing',
  compensated: 'Taken back',
}

const Row = chakra('li', {
  base: {
    position: 'relative',
    ps: '10',
    // The line runs from this row's icon to the next one's.
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '9px',
      top: '32px',
      bottom: '-12px',
      width: '2px',
      bg: 'border.emphasized',
      transitionProperty: 'background-color',
      transitionDuration: 'slow',
    },
    '&[data-state=succeeded]::before': { bg: 'green.solid' },
  },
})
const Mark = chakra('span', {
  base: {
    position: 'absolute',
    insetInlineStart: '0',
    top: '12px',
    display: 'grid',
    placeItems: 'center',
    boxSize: '5',
    bg: 'bg',
    borderRadius: 'full',
    // A short wave down the line once everything is done.
    '[data-settled] &': { animation: 'pulse 420ms ease-out' },
  },
})
const Head = chakra('button', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    w: '100%',
    minH: '11',
    py: '1.5',
    px: '2',
    mx: '-2',
    textAlign: 'start',
    borderRadius: 'md',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.muted' },
    '& > svg': {
      color: 'fg.subtle',
      flexShrink: '0',
      transitionProperty: 'transform',
      transitionDuration: 'fast',
    },
    '&[aria-expanded=true] > svg': { transform: 'rotate(180deg)' },
  },
})
const Word = chakra('span', {
  base: { textStyle: 'sm' },
  // On phones the icon says it; the word stays for screen readers.
  variants: { quiet: { true: { srOnly: { base: true, sm: false } } } },
})
const Log = chakra('ul', {
  base: {
    listStyle: 'none',
    mt: '2',
    display: 'grid',
    gap: '0.5',
    fontFamily: 'mono',
    textStyle: 'xs',
    color: 'fg.muted',
    overflowWrap: 'anywhere',
  },
})

interface StepRowProps {
  step: RunStep | Pick<RunStep, 'name' | 'state'>
  log: readonly string[] | undefined
  index: number
}

/** One step: how it stands, how long it took, and on demand what exactly happened. A failed one opens by itself. */
export function StepRow({ step, log, index }: StepRowProps) {
  const { name, state } = step
  const message = 'message' in step ? step.message : null
  const durationMs = 'durationMs' in step ? step.durationMs : null
  const { title, purpose } = getStepTitle(name)
  const id = useId()
  const [openedByHand, setOpenedByHand] = useState<boolean>()
  const isOpen = openedByHand ?? state === 'failed'
  const lines = log ?? (message ? [message] : [])
  return (
    <Row data-state={state}>
      <Mark color={`status.${state}.fg`} css={{ animationDelay: `${index * 35}ms` }}>
        <StatusIcon status={state} size={20} />
      </Mark>
      <Head
        type="button"
        aria-expanded={isOpen}
        aria-controls={`${id}-detail`}
        onClick={() => setOpenedByHand(!isOpen)}
      >
        <chakra.span
          flex="1"
          minW="0"
          color={state === 'pending' ? 'fg.muted' : 'fg'}
          fontWeight={state === 'running' || state === 'failed' ? 'semibold' : 'medium'}
        >
          {title}
        </chakra.span>
        <Word color={`status.${state}.fg`} quiet={state === 'succeeded' || state === 'pending'}>
          {words[state]}
        </Word>
        <chakra.span
          minW="16"
          textAlign="end"
          fontFamily="mono"
          textStyle="sm"
          fontVariantNumeric="tabular-nums"
          color="fg.muted"
        >
          {durationMs === null ? '' : durationMs < 1 ? '< 1 ms' : formatDuration(durationMs)}
        </chakra.span>
        <ChevronDown size={16} aria-hidden />
      </Head>
      <chakra.div id={`${id}-detail`} hidden={!isOpen} pb="3">
        {purpose && (
          <chakra.p color="fg.muted" textStyle="sm">
            {purpose}
          </chakra.p>
        )}
        {lines.length > 0 && (
          <Log>
            {lines.map((line, position) => (
              <li key={position}>{line}</li>
            ))}
          </Log>
        )}
      </chakra.div>
    </Row>
  )
}
