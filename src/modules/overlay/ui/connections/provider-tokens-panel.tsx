'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { ConfirmDialog } from '#src/ui/feedback/confirm-dialog.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { StoredProviderToken } from '../../provider-token.ts'
import { ProviderTokenForm } from './provider-token-form.tsx'
import { ProviderTokenRow } from './provider-token-row.tsx'

const tokensKey = [...recordKeys.module('overlay'), 'provider-tokens']

/** Tokens with which programs act at the services a stream is connected to. They go in and never come out. */
export function ProviderTokensPanel() {
  const api = useApi()
  const cache = useQueryClient()
  /** provider of the token that is being entered, '' for a new one */
  const [entering, setEntering] = useState<string>()
  const [ending, setEnding] = useState<StoredProviderToken>()
  const tokens = useQuery({ queryKey: tokensKey, queryFn: () => api.overlay.providerTokens.list.query() })
  const refresh = () => cache.invalidateQueries({ queryKey: tokensKey })

  async function forget(): Promise<void> {
    if (!ending) return
    await api.overlay.providerTokens.delete.mutate({ provider: ending.provider })
    setEnding(undefined)
    await refresh()
    toast.success(`The token of ${ending.provider} is forgotten`)
  }

  return (
    <Panel
      title="Provider tokens"
      description="Stored encrypted. Nobody can read them here again."
      flush
      actions={
        <Button size="sm" onClick={() => setEntering('')}>
          <Plus />
          Enter a token
        </Button>
      }
    >
      <chakra.div mt="4">
        {tokens.error ? (
          <CallFailure
            title="The tokens could not be loaded"
            error={callErrorOf(tokens.error)}
            onRetry={() => void tokens.refetch()}
          />
        ) : (
          <TokenList tokens={tokens.data} onReplace={setEntering} onForget={setEnding} />
        )}
      </chakra.div>
      <Drawer
        open={entering !== undefined}
        onClose={() => setEntering(undefined)}
        title={entering === '' ? 'Enter a token' : `Replace the token of ${entering ?? ''}`}
      >
        {entering !== undefined && (
          <ProviderTokenForm
            provider={entering}
            onCancel={() => setEntering(undefined)}
            onSaved={() => {
              setEntering(undefined)
              void refresh()
            }}
          />
        )}
      </Drawer>
      <ConfirmDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        onConfirm={forget}
        title={`Forget the token of ${ending?.provider ?? ''}?`}
        confirmLabel="Forget token"
      >
        Programs that need it stop working until it is entered anew. The provider is not told.
      </ConfirmDialog>
    </Panel>
  )
}

interface TokenListProps {
  tokens: readonly StoredProviderToken[] | undefined
  onReplace: (provider: string) => void
  onForget: (token: StoredProviderToken) => void
}

function TokenList({ tokens, onReplace, onForget }: TokenListProps) {
  if (!tokens || tokens.length === 0) {
    return (
      <chakra.div px={{ base: '4', sm: '6' }} pb="5" color="fg.muted">
        {tokens ? 'No tokens yet.' : <SkeletonRows rows={2} label="Loading tokens" />}
      </chakra.div>
    )
  }
  return (
    <ul>
      {tokens.map((token) => (
        <ProviderTokenRow
          key={token.provider}
          token={token}
          onReplace={() => onReplace(token.provider)}
          onForget={() => onForget(token)}
        />
      ))}
    </ul>
  )
}
