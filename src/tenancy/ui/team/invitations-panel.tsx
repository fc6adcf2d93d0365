'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import { MAX_PAGE_SIZE } from '#src/shared/pagination.ts'
import { InvitationRow } from './invitation-row.tsx'
import { useInvitations } from './team-queries.ts'

const FIRST = 5

/** Invitations that nobody has accepted yet: the newest, and all on demand. */
export function InvitationsPanel() {
  const [isWhole, setWhole] = useState(false)
  const list = useInvitations({ limit: isWhole ? MAX_PAGE_SIZE : FIRST, enabled: true })
  const items = list.data?.items ?? []
  const hidden = (list.data?.total ?? 0) - items.length
  return (
    <Panel
      title="Open invitations"
      description={list.data?.total === 0 ? 'Nobody has one right now.' : undefined}
      flush
    >
      <chakra.div pb={items.length === 0 ? '5' : '0'}>
        {list.isPending && (
          <chakra.div px="6" pt="4">
            <SkeletonRows rows={2} label="Loading invitations" />
          </chakra.div>
        )}
        {list.data === undefined && list.error && (
          <CallFailure
            title="The invitations could not be loaded"
            error={callErrorOf(list.error)}
            onRetry={() => void list.refetch()}
          />
        )}
        {items.length > 0 && (
          <chakra.ul mt="4" aria-label="Open invitations">
            {items.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </chakra.ul>
        )}
        {hidden > 0 && !isWhole && (
          <chakra.div borderTopWidth="1px" px={{ base: '4', sm: '6' }} py="3">
            <Button variant="ghost" size="sm" ms="-3" onClick={() => setWhole(true)}>
              Show {hidden} more
            </Button>
          </chakra.div>
        )}
        {hidden > 0 && isWhole && !list.isPlaceholderData && (
          <chakra.p borderTopWidth="1px" px={{ base: '4', sm: '6' }} py="3" color="fg.muted" textStyle="sm">
            {hidden} older ones are not shown. Take some back to see them.
          </chakra.p>
        )}
      </chakra.div>
    </Panel>
  )
}
