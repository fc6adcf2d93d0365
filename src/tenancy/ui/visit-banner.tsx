'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Eye } from 'lucide-react'
import { useSignOut } from '#src/auth/ui/use-sign-out.ts'
import { useTimeLeft } from './use-time-left.ts'
import { useWorkspace, type WorkspacePerson } from './workspace-context.tsx'

const Strip = chakra('aside', {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: { base: '2.5', md: '4' },
    px: { base: '4', md: '8' },
    py: '2',
    bg: 'bg.warning',
    color: 'fg.warning',
    borderBottomWidth: '1px',
    borderColor: 'border.warning',
    textStyle: 'sm',
  },
})
const Clock = chakra('span', {
  base: {
    fontFamily: 'mono',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: 'semibold',
    whiteSpace: 'nowrap',
    minW: '5ch',
    textAlign: 'end',
  },
})

/** Says on every page that somebody of the platform acts as the person, and why. It cannot be put away, only ended. */
export function VisitBanner() {
  const { person } = useWorkspace()
  return person.visit ? <Visit visit={person.visit} fullName={person.fullName} /> : null
}

type VisitProps = { visit: NonNullable<WorkspacePerson['visit']>; fullName: string }

function Visit({ visit: { adminName, reason, until }, fullName }: VisitProps) {
  const { signOut, busy } = useSignOut()
  const left = useTimeLeft(until)
  return (
    <Strip aria-label="Acting as somebody else">
      <chakra.span flexShrink="0" display={{ base: 'none', sm: 'inline-flex' }}>
        <Eye size={18} aria-hidden />
      </chakra.span>
      <chakra.p flex="1" minW="0" overflowWrap="anywhere" lineClamp={{ base: '3', md: '2' }}>
        <chakra.strong fontWeight="semibold">
          {adminName} of Berth support, acting as <bdi>{fullName}</bdi>
        </chakra.strong>
        <chakra.span> · {reason}</chakra.span>
      </chakra.p>
      <Clock role="timer" aria-label="Time left">
        {left}
      </Clock>
      <Button size="sm" variant="outline" flexShrink="0" loading={busy} onClick={signOut}>
        End
      </Button>
    </Strip>
  )
}
