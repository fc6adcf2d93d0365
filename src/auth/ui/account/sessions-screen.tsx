'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { SessionSummary } from '../../session.ts'
import { SessionRow } from './session-row.tsx'

const QUERY_KEY = ['auth', 'sessions']

/** Where the person is signed in, with a way to end each of it. */
export function SessionsScreen() {
  const api = useApi()
  const queries = useQueryClient()
  const [ending, setEnding] = useState<SessionSummary | 'others'>()
  const sessions = useQuery({ queryKey: QUERY_KEY, queryFn: () => api.auth.sessions.list.query({}) })
  const items = sessions.data?.items ?? []

  async function end(): Promise<void> {
    if (ending === 'others') await api.auth.sessions.revokeOthers.mutate({})
    else if (ending) await api.auth.sessions.revoke.mutate({ id: ending.id })
    setEnding(undefined)
    await queries.invalidateQueries({ queryKey: QUERY_KEY })
    toast.success(ending === 'others' ? 'Signed out everywhere else' : 'Signed out there')
  }

  return (
    <Panel
      title="Where you are signed in"
      description="End what you do not know, then change your password."
      flush
      actions={
        items.length > 1 && (
          <Button variant="outline" onClick={() => setEnding('others')}>
            End all others
          </Button>
        )
      }
    >
      {sessions.isPending && (
        <chakra.div p="6">
          <SkeletonRows rows={4} label="Loading sessions" />
        </chakra.div>
      )}
      {sessions.isError && (
        <CallFailure
          title="Your sessions could not be loaded"
          error={callErrorOf(sessions.error)}
          onRetry={() => void sessions.refetch()}
        />
      )}
      {sessions.isSuccess && (
        <chakra.ul mt="4">
          {items.map((session) => (
            <SessionRow key={session.id} session={session} onEnd={() => setEnding(session)} />
          ))}
        </chakra.ul>
      )}
      <ConfirmDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        onConfirm={end}
        title={
          ending === 'others' ? 'End all other sessions?' : `End the session on ${ending?.device ?? ''}?`
        }
        confirmLabel={ending === 'others' ? 'End all others' : 'End session'}
      >
        Whoever uses {ending === 'others' ? 'them' : 'it'} is signed out at once and needs the password again.
      </ConfirmDialog>
    </Panel>
  )
}
