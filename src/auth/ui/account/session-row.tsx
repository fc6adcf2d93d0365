'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Monitor, Terminal } from 'lucide-react'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { SessionSummary } from '../../session.ts'
import { ListRow } from './list-row.tsx'

interface SessionRowProps {
  session: SessionSummary
  onEnd: () => void
}

/** One place where a person is signed in. */
export function SessionRow({ session, onEnd }: SessionRowProps) {
  const { device, kind, ip, createdAt, lastUsedAt, isCurrent } = session
  const Icon = kind === 'web' ? Monitor : Terminal
  return (
    <ListRow
      icon={<Icon size={18} aria-hidden />}
      action={
        isCurrent ? (
          <chakra.span color="fg.success" textStyle="sm" fontWeight="medium">
            This session
          </chakra.span>
        ) : (
          <Button size="sm" variant="outline" aria-label={`End the session on ${device}`} onClick={onEnd}>
            End
          </Button>
        )
      }
    >
      <chakra.p fontWeight="medium">{device}</chakra.p>
      <chakra.p color="fg.muted" textStyle="sm">
        Used <RelativeTime moment={lastUsedAt} />, since <RelativeTime moment={createdAt} />
        {ip !== null && (
          <>
            {' · '}
            <chakra.span fontFamily="mono">{ip}</chakra.span>
          </>
        )}
      </chakra.p>
    </ListRow>
  )
}
