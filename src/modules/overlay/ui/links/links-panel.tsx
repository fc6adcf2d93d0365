'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { Drawer } from '#src/ui/feedback/drawer.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { NewOverlayLink, OverlayLink } from '../../overlay-link.ts'
import { LinkForm } from './link-form.tsx'
import { LinkRow } from './link-row.tsx'
import { LinkQuestion, type LinkChange } from './link-question.tsx'
import { NewLink } from './new-link.tsx'

const linksKey = [...recordKeys.module('overlay'), 'links']

/** Secret addresses of the overlay: made, replaced and revoked. */
export function LinksPanel() {
  const api = useApi()
  const may = useMay()
  const cache = useQueryClient()
  const [isCreating, setIsCreating] = useState(false)
  const [made, setMade] = useState<NewOverlayLink>()
  const [change, setChange] = useState<{ link: OverlayLink; change: LinkChange }>()
  const links = useQuery({ queryKey: linksKey, queryFn: () => api.overlay.links.list.query() })
  const refresh = () => cache.invalidateQueries({ queryKey: linksKey })

  function show(link: NewOverlayLink): void {
    setMade(link)
    void refresh()
  }

  function close(): void {
    setIsCreating(false)
    setMade(undefined)
  }

  return (
    <Panel
      title="Links for your streaming program"
      description="Whoever has one sees your overlay, and nothing else."
      flush
      actions={
        may('overlay-links:create') && (
          <Button size="sm" onClick={() => setIsCreating(true)}>
            <Plus />
            New link
          </Button>
        )
      }
    >
      <chakra.div mt="4">
        <LinkList
          links={links.data}
          failure={links.error && callErrorOf(links.error)}
          onRetry={() => void links.refetch()}
          onChange={setChange}
        />
      </chakra.div>
      <Drawer open={isCreating || made !== undefined} onClose={close} title={made ? 'Your link' : 'New link'}>
        {made ? <NewLink link={made} onClose={close} /> : <LinkForm onCreated={show} onCancel={close} />}
      </Drawer>
      <LinkQuestion
        asked={change}
        onClose={() => setChange(undefined)}
        onRotated={show}
        onRevoked={() => void refresh()}
      />
    </Panel>
  )
}

interface LinkListProps {
  links: readonly OverlayLink[] | undefined
  failure: ReturnType<typeof callErrorOf> | null
  onRetry: () => void
  onChange: (change: { link: OverlayLink; change: LinkChange }) => void
}

function LinkList({ links, failure, onRetry, onChange }: LinkListProps) {
  const may = useMay()
  if (failure) return <CallFailure title="Your links could not be loaded" error={failure} onRetry={onRetry} />
  if (!links || links.length === 0) {
    return (
      <chakra.div px={{ base: '4', sm: '6' }} pb="5" color="fg.muted">
        {links ? 'No link yet. Make one and add it to OBS as a browser source.' : <SkeletonRows rows={2} />}
      </chakra.div>
    )
  }
  return (
    <ul>
      {links.map((link) => (
        <LinkRow
          key={link.id}
          link={link}
          onRotate={may('overlay-links:create') ? () => onChange({ link, change: 'rotate' }) : undefined}
          onRevoke={may('overlay-links:delete') ? () => onChange({ link, change: 'revoke' }) : undefined}
        />
      ))}
    </ul>
  )
}
