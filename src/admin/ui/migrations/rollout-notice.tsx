'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { CircleX, TriangleAlert } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import type { RolloutDetails } from '../../rollouts.ts'

const Box = chakra('div', {
  base: {
    display: 'flex',
    gap: '3',
    p: '4',
    borderWidth: '1px',
    borderRadius: 'control',
    '& svg': { flexShrink: '0', mt: '0.5' },
  },
  variants: {
    tone: {
      danger: { bg: 'bg.error', borderColor: 'red.border', '& svg': { color: 'fg.error' } },
      warning: { bg: 'bg.warning', borderColor: 'amber.border', '& svg': { color: 'fg.warning' } },
    },
  },
})
const Link = chakra(NextLink, {
  base: { color: 'accent.fg', textDecoration: 'underline', borderRadius: 'sm', focusVisibleRing: 'outside' },
})

/** What has to be known about how a rollout stands: that nobody works on it, or why it stopped and what that means. */
export function RolloutNotice({ rollout }: { rollout: RolloutDetails }) {
  const { isLost, stopReason, state, counts, marks, budget } = rollout
  if (isLost) {
    const unknown = marks.some(({ isKnown }) => !isKnown)
    return (
      <Notice tone="warning" title="Nobody works on it">
        {unknown
          ? 'The process that answers here does not have its migrations. A process with the code that ordered it goes on with it by itself.'
          : 'No process has given a sign for ten seconds. A worker takes it up by itself; if none does, none is running.'}{' '}
        <Link href="/admin/health">See which processes live</Link>
      </Notice>
    )
  }
  if (stopReason === 'canary') {
    return (
      <Notice tone="danger" title="Stopped: a canary failed">
        {counts.succeeded === 0
          ? 'No tenant was changed.'
          : `Nobody behind the canaries was touched; ${sayHave(counts.succeeded)}.`}{' '}
        Repair the cause and retry, or take back what was done.
      </Notice>
    )
  }
  if (stopReason === 'budget') {
    return (
      <Notice tone="danger" title="Stopped: more failed than its budget allows">
        {`${counts.failed} failed, ${budget} were allowed. ${counts.pending} were left as they were; ${sayHave(counts.succeeded)}.`}
      </Notice>
    )
  }
  if (state === 'failed') {
    return (
      <Notice tone="danger" title={`${counts.failed} of ${counts.total} failed, within the budget`}>
        Those are as they were before. Repair the cause and retry.
      </Notice>
    )
  }
  return null
}

function sayHave(count: number): string {
  return count === 1 ? '1 tenant has what it brings' : `${count} tenants have what it brings`
}

function Notice({
  tone,
  title,
  children,
}: {
  tone: 'danger' | 'warning'
  title: string
  children: ReactNode
}) {
  const Icon = tone === 'danger' ? CircleX : TriangleAlert
  return (
    <Box tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <div>
        <chakra.p fontWeight="semibold">{title}</chakra.p>
        <chakra.p color="fg.muted" textStyle="sm" textWrap="pretty">
          {children}
        </chakra.p>
      </div>
    </Box>
  )
}
