'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TableViewState } from '#src/ui/data-table/table-state.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { CreateInvitation } from '../../invitation.ts'
import { memberStates, roleInput, type ListMembers, type UpdateMember } from '../../member.ts'

const TEAM = ['team']

/** One page of the team; the page before it stays until the next one is there. */
export function useMembers(state: TableViewState) {
  const api = useApi()
  const query = toMembersQuery(state)
  return useQuery({
    queryKey: [...TEAM, 'members', query],
    queryFn: ({ signal }) => api.members.list.query(query, { signal }),
    placeholderData: keepPreviousData,
  })
}

/** The newest invitations that are open. */
export function useInvitations({ limit, enabled }: { limit: number; enabled: boolean }) {
  const api = useApi()
  return useQuery({
    queryKey: [...TEAM, 'invitations', limit],
    queryFn: ({ signal }) => api.invitations.list.query({ limit }, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  })
}

/** What can be done about the team. The lists on screen are loaded anew after each change. */
export function useTeamChanges() {
  const api = useApi()
  const cache = useQueryClient()
  const refresh = () => cache.invalidateQueries({ queryKey: TEAM })
  async function done<Answer>(change: Promise<Answer>): Promise<Answer> {
    const answer = await change
    await refresh()
    return answer
  }
  return {
    refresh,
    update: (change: UpdateMember) => done(api.members.update.mutate(change)),
    remove: (id: string) => done(api.members.remove.mutate({ id })),
    leave: () => api.members.leave.mutate({}),
    invite: (invitation: CreateInvitation) => done(api.invitations.create.mutate(invitation)),
    resend: (id: string) => done(api.invitations.resend.mutate({ id })),
    revoke: (id: string) => done(api.invitations.revoke.mutate({ id })),
  }
}

/** What of the address the server understands; a filter that is none of ours is as if it were not there. */
export function toMembersQuery(state: TableViewState): Partial<ListMembers> {
  const { page, limit, q, filters } = state
  const [first] = state.sort
  const role = roleInput.safeParse(filters['role']).data
  const memberState = memberStates.find((name) => name === filters['state'])
  const sortBy = sorts.find((name) => name === first?.id)
  return {
    page,
    limit,
    order: first?.desc ? 'desc' : 'asc',
    ...(q ? { q } : {}),
    ...(sortBy ? { sortBy } : {}),
    ...(role ? { role } : {}),
    ...(memberState ? { state: memberState } : {}),
  }
}

const sorts = ['fullName', 'email', 'lastSignInAt', 'createdAt'] as const
