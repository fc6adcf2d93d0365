'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

const Box = chakra('div', {
  base: {
    display: 'grid',
    gap: '2',
    justifyItems: 'start',
    p: { base: '5', sm: '6' },
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    w: '100%',
    maxW: 'reading',
  },
})
const Facts = chakra('dl', {
  base: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '3',
    textStyle: 'sm',
    w: '100%',
    mt: '2',
    ps: '4',
    pe: '1',
    borderRadius: 'control',
    bg: 'bg.subtle',
    '& dt': { color: 'fg.muted' },
    '& dd[title]': { fontFamily: 'mono', truncate: true, minH: '9', lineHeight: '2.25rem' },
  },
})

interface ErrorStateProps {
  title: string
  /** What happened and what it means, in a human sentence. */
  message: ReactNode
  code?: string | undefined
  requestId?: string | undefined
  /** The way out: Retry, Go back, or whom to ask. */
  action?: ReactNode
  icon?: ReactNode
  level?: 1 | 2 | 3
}

/** What went wrong, what it means, and what support needs to find it, ready to copy. */
export function ErrorState(props: ErrorStateProps) {
  const { title, message, code, requestId, action, icon, level = 2 } = props
  return (
    <Box role="alert">
      <chakra.span color="fg.error">{icon ?? <CircleAlert size={24} aria-hidden />}</chakra.span>
      <chakra.p role="heading" aria-level={level} textStyle="lg" fontWeight="semibold">
        {title}
      </chakra.p>
      <chakra.div color="fg.muted" textWrap="pretty">
        {message}
      </chakra.div>
      {(code || requestId) && (
        <Facts>
          {code && <Fact name="Code" value={code} />}
          {requestId && <Fact name="Request id" value={requestId} />}
        </Facts>
      )}
      {action && (
        <chakra.div mt="3" display="flex" flexWrap="wrap" gap="3">
          {action}
        </chakra.div>
      )}
    </Box>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd title={value}>{value}</dd>
      <dd>
        <CopyButton value={value} label={`Copy ${name.toLowerCase()}`} />
      </dd>
    </>
  )
}
