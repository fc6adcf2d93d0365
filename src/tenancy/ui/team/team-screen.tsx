'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { SearchX, UserPlus, Users } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { DataTable } from '#src/ui/data-table/data-table.tsx'
import { useTableUrlState } from '#src/ui/data-table/use-table-url-state.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import type { Member } from '../../member.ts'
import { useWorkspace } from '../workspace-context.tsx'
import { InvitationsPanel } from './invitations-panel.tsx'
import { InviteDrawer } from './invite-drawer.tsx'
import { memberColumns } from './member-columns.tsx'
import { MemberDrawer } from './member-drawer.tsx'
import { MemberFilters } from './member-filters.tsx'
import { useMembers } from './team-queries.ts'

const defaults = { sortBy: 'fullName', filters: ['role', 'state'] }

/** The people of the workspace, and for its leaders the way in and out. */
export function TeamScreen() {
  const { person } = useWorkspace()
  const may = useMay()
  const [state, changeState] = useTableUrlState(defaults)
  const list = useMembers(state)
  const columns = useMemo(() => memberColumns(person.userId), [person.userId])
  const [opened, setOpened] = useState<Member>()
  const [inviting, setInviting] = useState(false)
  const setFilters = useCallback((filters: Record<string, string>) => changeState({ filters }), [changeState])
  const isNarrowed = state.q !== '' || Object.values(state.filters).some(Boolean)
  const mayInvite = may('invitations:create')
  const isMissing = list.data === undefined && list.error !== null

  return (
    <>
      <PageHeader
        title="Team"
        description="Who works here, and what each of them may do."
        actions={
          mayInvite && (
            <Button onClick={() => setInviting(true)}>
              <UserPlus />
              Invite somebody
            </Button>
          )
        }
      />
      <chakra.div display="grid" gap="6" gridTemplateColumns="minmax(0, 1fr)">
        <DataTable
          label="Team"
          columns={columns}
          rows={list.data?.items}
          total={list.data?.total ?? 0}
          state={state}
          onStateChange={changeState}
          getRowId={({ id }) => id}
          getRowLabel={({ fullName }) => fullName}
          loading={list.isPlaceholderData}
          onRowOpen={setOpened}
          searchLabel="Search people"
          toolbar={<MemberFilters filters={state.filters} onChange={setFilters} />}
          empty={<EmptyTeam isNarrowed={isNarrowed} onClear={() => changeState({ q: '', filters: {} })} />}
          error={
            isMissing ? (
              <CallFailure
                title="The team could not be loaded"
                error={callErrorOf(list.error)}
                onRetry={() => void list.refetch()}
              />
            ) : undefined
          }
        />
        {may('invitations:list') && <InvitationsPanel />}
      </chakra.div>
      <MemberDrawer
        member={list.data?.items.find(({ id }) => id === opened?.id) ?? opened}
        onClose={() => setOpened(undefined)}
      />
      <InviteDrawer open={inviting} onClose={() => setInviting(false)} />
    </>
  )
}

function EmptyTeam({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (!isNarrowed) return <EmptyState icon={<Users />} title="Nobody is here yet" />
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nobody matches"
      description="Try fewer letters, or take off the filters."
      action={
        <Button variant="outline" onClick={onClear}>
          Clear search and filters
        </Button>
      }
    />
  )
}
