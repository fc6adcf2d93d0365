'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { ImpersonationRow } from '../../impersonation-list.ts'
import { useConsole } from '../console-context.tsx'
import { consoleKeys } from '../console-keys.ts'

const SHOWN = 10

const ends = {
  ended: 'ended',
  expired: 'ran out',
  replaced: 'another one was begun',
  'session-ended': 'the session was ended',
  'rights-lost': 'the administrator lost the role',
  'tenant-shut': 'the workspace was shut',
} as const

/** Who of the platform acted as whom, the newest first; of one tenant, or of all. */
export function Impersonations({ tenantId }: { tenantId?: string }) {
  const api = useApi()
  const queryKey = [
    ...(tenantId === undefined ? consoleKeys.tenants : consoleKeys.tenant(tenantId)),
    'visits',
  ]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.admin.impersonations.list.query(
        { limit: SHOWN, ...(tenantId === undefined ? {} : { tenantId }) },
        { signal },
      ),
  })
  if (error)
    return (
      <CallFailure
        title="The list could not be loaded"
        error={callErrorOf(error)}
        onRetry={() => void refetch()}
      />
    )
  if (!data) return <SkeletonRows rows={2} />
  if (data.items.length === 0) {
    return (
      <chakra.p color="fg.muted" textStyle="sm">
        Nobody of the platform has acted as a person here.
      </chakra.p>
    )
  }
  return (
    <chakra.ul display="grid" listStyle="none">
      {data.items.map((row) => (
        <Row key={row.id} row={row} queryKey={queryKey} isOfAll={tenantId === undefined} />
      ))}
    </chakra.ul>
  )
}

type RowProps = { row: ImpersonationRow; queryKey: readonly string[]; isOfAll: boolean }

function Row({ row, queryKey, isOfAll }: RowProps) {
  const { admin, person, tenant, reason, startedAt, endedAt, endedHow } = row
  return (
    <chakra.li
      display="flex"
      alignItems="center"
      gap="3"
      py="3"
      borderTopWidth="1px"
      _first={{ borderTopWidth: '0' }}
    >
      <chakra.div flex="1" minW="0">
        <chakra.p overflowWrap="anywhere">
          <chakra.strong fontWeight="medium">{admin.fullName}</chakra.strong> as <bdi>{person.fullName}</bdi>
          {isOfAll && <> at {tenant.businessName}</>}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm" overflowWrap="anywhere">
          {reason} · <RelativeTime moment={startedAt} />
          {endedHow && ` · ${ends[endedHow]}`}
        </chakra.p>
      </chakra.div>
      {endedAt === null && <EndButton id={row.id} queryKey={queryKey} />}
    </chakra.li>
  )
}

function EndButton({ id, queryKey }: { id: string; queryKey: readonly string[] }) {
  const api = useApi()
  const cache = useQueryClient()
  const { mayChange } = useConsole()
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.admin.impersonations.end.mutate({ id }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [...queryKey] }),
    onError: (error) => toast.error('It goes on', { description: callErrorOf(error).message }),
  })
  if (!mayChange) return null
  return (
    <Button size="sm" variant="outline" loading={isPending} onClick={() => mutate()}>
      End now
    </Button>
  )
}
