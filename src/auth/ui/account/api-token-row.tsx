'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { KeyRound } from 'lucide-react'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { ApiTokenSummary } from '../../api-token.ts'
import { EVERY_SCOPE } from '../../permissions.ts'
import { ListRow } from './list-row.tsx'

/** One token, without its secret. */
export function ApiTokenRow({ token, onEnd }: { token: ApiTokenSummary; onEnd: () => void }) {
  const { name, hint, scopes, lastUsedAt, expiresAt } = token
  return (
    <ListRow
      icon={<KeyRound size={18} aria-hidden />}
      action={
        <Button size="sm" variant="outline" aria-label={`Revoke ${name}`} onClick={onEnd}>
          Revoke
        </Button>
      }
    >
      <chakra.p fontWeight="medium" dir="auto">
        {name}{' '}
        <chakra.span fontFamily="mono" textStyle="sm" fontWeight="normal" color="fg.muted">
          {hint}…
        </chakra.span>
      </chakra.p>
      <chakra.p color="fg.muted" textStyle="sm">
        {scopes.includes(EVERY_SCOPE)
          ? 'All your rights'
          : `${scopes.length} ${scopes.length === 1 ? 'right' : 'rights'}`}
        {' · '}
        {lastUsedAt === null ? (
          'never used'
        ) : (
          <>
            used <RelativeTime moment={lastUsedAt} />
          </>
        )}
        {' · '}
        {expiresAt === null ? (
          'no end'
        ) : (
          <>
            ends <RelativeTime moment={expiresAt} />
          </>
        )}
      </chakra.p>
    </ListRow>
  )
}
