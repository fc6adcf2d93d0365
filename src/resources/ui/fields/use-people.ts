'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import type { Member } from '#src/tenancy/member.ts'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { callErrorOf, type ApiClient } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'

/** Names change seldom, and a table asks for the same few people in every row. */
const FRESH_MS = 5 * 60_000

/** How the cache asks for one person of the team; null for somebody who has left it. */
export function personQuery(api: ApiClient, id: string) {
  return queryOptions({
    queryKey: ['team', 'person', id],
    queryFn: ({ signal }) => getPerson(api, id, signal),
    staleTime: FRESH_MS,
  })
}

async function getPerson(api: ApiClient, id: string, signal: AbortSignal): Promise<Member | null> {
  try {
    return await api.members.get.query({ id }, { signal })
  } catch (thrown) {
    if (callErrorOf(thrown).code === 'NOT_FOUND') return null
    throw thrown
  }
}

/** The name of a person of the team, '' until it is known. Those who may not see the team know themselves. */
export function usePersonName(id: string): string {
  const api = useApi()
  const may = useMay()
  const { person } = useWorkspace()
  const isSelf = id === person.userId
  const { data } = useQuery({ ...personQuery(api, id), enabled: !isSelf && may('members:list') })
  if (isSelf) return person.fullName
  if (!may('members:list')) return 'Somebody of the team'
  return data === undefined ? '' : personName(data)
}

/** What stands for a person, also for one who has left. */
export function personName(person: Pick<Member, 'fullName'> | null): string {
  return person?.fullName ?? 'Somebody who left the team'
}
