'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleCheck, CircleX, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { StatusIcon } from '#src/ui/feedback/status-icon.tsx'
import type { SubdomainCheck } from './use-subdomain-check.ts'

const Line = chakra('div', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '4',
    rowGap: '2',
    px: '4',
    py: '3',
    minH: '14',
    borderWidth: '1px',
    borderRadius: 'panel',
    bg: 'bg.panel',
  },
})
const State = chakra('span', {
  base: { display: 'inline-flex', alignItems: 'center', gap: '1.5', textStyle: 'sm', fontWeight: 'medium' },
})
const Choice = chakra('button', {
  base: {
    minH: { base: '11', sm: '9' },
    px: '3',
    borderWidth: '1px',
    borderColor: 'border.emphasized',
    borderRadius: 'control',
    bg: 'bg.panel',
    fontFamily: 'mono',
    textStyle: 'sm',
    cursor: 'button',
    focusVisibleRing: 'outside',
    overflowWrap: 'anywhere',
    _hover: { borderColor: 'accent', bg: 'accent.subtle' },
  },
})

interface SubdomainStateProps {
  name: string
  domain: string
  state: SubdomainCheck
  /** The field itself shows an error already, so the state does not repeat it. */
  quiet: boolean
  alternatives: readonly string[]
  onChoose: (alternative: string) => void
}

/** The full address as it will be, whether it is free, and free ones like it when it is not. */
export function SubdomainState(props: SubdomainStateProps) {
  const { name, domain, state, quiet, alternatives, onChoose } = props
  return (
    <chakra.div display="grid" gap="3">
      <Line>
        <chakra.span fontFamily="mono" textStyle="sm" overflowWrap="anywhere" dir="ltr">
          <chakra.span fontWeight="semibold" color={name ? 'fg' : 'fg.subtle'}>
            {name || 'your-name'}
          </chakra.span>
          <chakra.span color="fg.muted">.{domain}</chakra.span>
        </chakra.span>
        <span role="status">{describeState(state)}</span>
        {state.kind === 'malformed' && !quiet && (
          <chakra.p gridColumn="1 / -1" textStyle="sm" color="fg.error">
            {state.message}
          </chakra.p>
        )}
      </Line>
      {alternatives.length > 0 && (
        <chakra.div role="group" aria-label="Free addresses like it" display="grid" gap="2">
          <chakra.p textStyle="sm" color="fg.muted">
            Free right now:
          </chakra.p>
          <chakra.div display="flex" flexWrap="wrap" gap="2">
            {alternatives.slice(0, 3).map((alternative) => (
              <Choice key={alternative} type="button" onClick={() => onChoose(alternative)}>
                {alternative}
              </Choice>
            ))}
          </chakra.div>
        </chakra.div>
      )}
    </chakra.div>
  )
}

function describeState(state: SubdomainCheck): ReactNode {
  switch (state.kind) {
    case 'empty':
      return null
    case 'checking':
      return (
        <State color="status.running.fg">
          <StatusIcon status="running" size={14} /> Checking
        </State>
      )
    case 'unknown':
      return (
        <State color="fg.muted">
          <CloudOff size={16} aria-hidden /> Checked at the end
        </State>
      )
    case 'malformed':
      return (
        <State color="fg.error">
          <CircleX size={16} aria-hidden /> Not possible
        </State>
      )
    case 'known': {
      const { available, reason } = state.result
      if (available) {
        return (
          <State color="fg.success">
            <CircleCheck size={16} aria-hidden /> Free
          </State>
        )
      }
      return (
        <State color="fg.error">
          <CircleX size={16} aria-hidden /> {reason === 'taken' ? 'Taken' : 'Not possible'}
        </State>
      )
    }
  }
}
