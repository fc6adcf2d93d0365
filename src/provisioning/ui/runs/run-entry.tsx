'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { ChevronDown } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { StatusIcon } from '#src/ui/feedback/status-icon.tsx'
import { getStatusLook } from '#src/ui/feedback/status-look.ts'
import { formatDuration } from '#src/ui/format/durations.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { LiveRun } from '../../live-runs.ts'
import { isOver } from '../../run.ts'
import { StepRow } from '../step-row.tsx'
import { RunBar } from './run-bar.tsx'

const Item = chakra('li', { base: { '& + &': { borderTopWidth: '1px' } } })
const Head = chakra('button', {
  base: {
    display: 'grid',
    gridTemplateColumns: { base: '1.25rem minmax(0, 1fr) 1rem', sm: '1.25rem minmax(0, 1fr) 6rem 7rem 1rem' },
    alignItems: 'center',
    columnGap: '3',
    rowGap: '0.5',
    w: '100%',
    minH: '12',
    px: { base: '4', sm: '6' },
    py: '2.5',
    textAlign: 'start',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.subtle' },
    '& > svg:last-of-type': {
      color: 'fg.subtle',
      transitionProperty: 'transform',
      transitionDuration: 'fast',
    },
    '&[aria-expanded=true] > svg:last-of-type': { transform: 'rotate(180deg)' },
  },
})
const Figure = chakra('span', {
  base: {
    color: 'fg.muted',
    textStyle: 'sm',
    fontVariantNumeric: 'tabular-nums',
    textAlign: { sm: 'end' },
    gridColumnStart: { base: '2', sm: 'auto' },
  },
})
const Steps = chakra('ol', { base: { listStyle: 'none', m: '0' } })

interface RunEntryProps {
  run: LiveRun
  title: string
  /** below the steps, such as the way to the run's own page */
  footer?: ReactNode
}

/** A run as one line of a list, with its steps on demand; one that is under way or has failed opens by itself. */
export function RunEntry({ run, title, footer }: RunEntryProps) {
  const id = useId()
  const [openedByHand, setOpenedByHand] = useState<boolean>()
  const isUnderWay = !isOver(run)
  const isOpen = openedByHand ?? isUnderWay
  const { state, percent, durationMs, error } = run
  return (
    <Item data-run={run.id} data-seq={run.lastSeq} data-state={state}>
      <Head
        type="button"
        aria-expanded={isOpen}
        aria-controls={`${id}-steps`}
        onClick={() => setOpenedByHand(!isOpen)}
      >
        <chakra.span color={`status.${state}.fg`} display="grid">
          <StatusIcon status={state} size={20} />
        </chakra.span>
        <chakra.span minW="0">
          <chakra.span fontWeight="medium" overflowWrap="anywhere">
            {title}
          </chakra.span>{' '}
          <chakra.span color={`status.${state}.fg`} textStyle="sm">
            {getStatusLook(state).word}
            {run.attempt > 1 && `, attempt ${run.attempt}`}
          </chakra.span>
        </chakra.span>
        <Figure order={{ base: 1, sm: 0 }}>
          {isUnderWay ? `${percent} %` : durationMs === null ? '' : formatDuration(durationMs)}
        </Figure>
        <Figure order={{ base: 2, sm: 0 }}>
          <RelativeTime moment={run.createdAt} passive />
        </Figure>
        <ChevronDown size={16} aria-hidden />
      </Head>
      {isUnderWay && (
        <chakra.div px={{ base: '4', sm: '6' }} pb="2">
          <RunBar percent={percent} label={`Finished share of ${title}`} />
        </chakra.div>
      )}
      <chakra.div id={`${id}-steps`} hidden={!isOpen} px={{ base: '4', sm: '6' }} pb="4">
        {error && state === 'failed' && (
          <chakra.p color="fg.muted" textStyle="sm" mb="2">
            {error.message}{' '}
            <chakra.code textStyle="xs">
              {error.code}
              {run.requestId && ` ${run.requestId}`}
            </chakra.code>
          </chakra.p>
        )}
        {isOpen && (
          <Steps>
            {run.steps.map((step, index) => (
              <StepRow key={step.name} step={step} log={run.log?.[step.name]} index={index} />
            ))}
          </Steps>
        )}
        {footer}
      </chakra.div>
    </Item>
  )
}
