'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { ApiTokenSummary } from '../../api-token.ts'
import type { PermissionGroup } from '../../permission-group.ts'
import { ApiTokenRow } from './api-token-row.tsx'
import { CreateApiToken } from './create-api-token.tsx'

const QUERY_KEY = ['auth', 'api-tokens']

/** Tokens with which programs act for the person. @param groups what a token can be limited to */
export function ApiTokensScreen({ groups }: { groups: readonly PermissionGroup[] }) {
  const api = useApi()
  const queries = useQueryClient()
  const [isCreating, setIsCreating] = useState(false)
  const [ending, setEnding] = useState<ApiTokenSummary>()
  const tokens = useQuery({ queryKey: QUERY_KEY, queryFn: () => api.auth.apiTokens.list.query({}) })
  const refresh = () => queries.invalidateQueries({ queryKey: QUERY_KEY })

  async function end(): Promise<void> {
    if (!ending) return
    await api.auth.apiTokens.revoke.mutate({ id: ending.id })
    setEnding(undefined)
    await refresh()
    toast.success(`${ending.name} works no more`)
  }

  const add = (
    <Button onClick={() => setIsCreating(true)}>
      <Plus />
      New token
    </Button>
  )
  return (
    <Panel
      title="API tokens"
      description="For programs that work with your records in your name."
      flush
      actions={tokens.data && tokens.data.items.length > 0 && add}
    >
      {tokens.isPending && (
        <chakra.div p="6">
          <SkeletonRows rows={4} label="Loading tokens" />
        </chakra.div>
      )}
      {tokens.isError && (
        <CallFailure
          title="Your tokens could not be loaded"
          error={callErrorOf(tokens.error)}
          onRetry={() => void tokens.refetch()}
        />
      )}
      {tokens.data?.items.length === 0 && (
        <EmptyState
          icon={<KeyRound />}
          level={3}
          title="No tokens yet"
          description="Make one for each program, with no more rights than it needs."
          action={add}
        />
      )}
      {tokens.data && tokens.data.items.length > 0 && (
        <chakra.ul mt="4">
          {tokens.data.items.map((token) => (
            <ApiTokenRow key={token.id} token={token} onEnd={() => setEnding(token)} />
          ))}
        </chakra.ul>
      )}
      <CreateApiToken
        groups={groups}
        open={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={() => void refresh()}
      />
      <ConfirmDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        onConfirm={end}
        title={`Revoke ${ending?.name ?? ''}?`}
        confirmLabel="Revoke token"
      >
        Programs that use it are refused from this moment on. This cannot be undone.
      </ConfirmDialog>
    </Panel>
  )
}
