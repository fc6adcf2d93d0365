'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { KeyRound } from 'lucide-react'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { StoredProviderToken } from '../../provider-token.ts'
import { PanelRow } from '../panel-row.ts'

interface ProviderTokenRowProps {
  token: StoredProviderToken
  onReplace: () => void
  onForget: () => void
}

/** One provider and the last characters of its token. */
export function ProviderTokenRow({ token, onReplace, onForget }: ProviderTokenRowProps) {
  const { provider, accessTokenEnd, expiresAt, updatedAt } = token
  return (
    <PanelRow>
      <KeyRound size={18} aria-hidden />
      <chakra.div flex="1" minW="10rem">
        <chakra.p fontWeight="medium">
          {provider}{' '}
          <chakra.span fontFamily="mono" textStyle="sm" fontWeight="normal" color="fg.muted">
            <chakra.span srOnly>ends with </chakra.span>
            <span aria-hidden>••••</span>
            {accessTokenEnd}
          </chakra.span>
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          Entered <RelativeTime moment={updatedAt} />
          {expiresAt !== null && (
            <>
              {' · valid until '}
              <RelativeTime moment={expiresAt} />
            </>
          )}
        </chakra.p>
      </chakra.div>
      <chakra.div display="flex" gap="2">
        <Button
          size="sm"
          variant="outline"
          aria-label={`Replace the token of ${provider}`}
          onClick={onReplace}
        >
          Replace
        </Button>
        <Button size="sm" variant="outline" aria-label={`Forget the token of ${provider}`} onClick={onForget}>
          Forget
        </Button>
      </chakra.div>
    </PanelRow>
  )
}
