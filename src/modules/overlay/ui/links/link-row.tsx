'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Link2 } from 'lucide-react'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import type { OverlayLink } from '../../overlay-link.ts'
import { PanelRow } from '../panel-row.ts'

interface LinkRowProps {
  link: OverlayLink
  onRotate: (() => void) | undefined
  onRevoke: (() => void) | undefined
}

/** One link, without its secret. */
export function LinkRow({ link, onRotate, onRevoke }: LinkRowProps) {
  const { name, createdAt, lastUsedAt } = link
  return (
    <PanelRow>
      <Link2 size={18} aria-hidden />
      <chakra.div flex="1" minW="10rem" overflowWrap="anywhere">
        <chakra.p fontWeight="medium" dir="auto">
          {name}
        </chakra.p>
        <chakra.p color="fg.muted" textStyle="sm">
          Made <RelativeTime moment={createdAt} />
          {' · '}
          {lastUsedAt === null ? (
            'never opened'
          ) : (
            <>
              opened <RelativeTime moment={lastUsedAt} />
            </>
          )}
        </chakra.p>
      </chakra.div>
      <chakra.div display="flex" gap="2">
        {onRotate && (
          <Button size="sm" variant="outline" aria-label={`New address for ${name}`} onClick={onRotate}>
            New address
          </Button>
        )}
        {onRevoke && (
          <Button size="sm" variant="outline" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </chakra.div>
    </PanelRow>
  )
}
