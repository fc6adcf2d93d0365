'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { CallFailure } from '#src/trpc/ui/call-failure.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { OverlayScene } from '../../scene/scene.ts'
import { LinksPanel } from '../links/links-panel.tsx'
import { sceneKey } from '../scene-key.ts'
import { LookEditor } from './look-editor.tsx'
import { StagePreview } from './stage-preview.tsx'
import { TestTipButton } from './test-tip-button.tsx'

/** Where the overlay is set up: its look, what it shows, and the links by which a streaming program gets it. */
export function StudioScreen() {
  const api = useApi()
  const scene = useQuery({ queryKey: sceneKey(), queryFn: () => api.overlay.stage.getScene.query() })
  return (
    <>
      <PageHeader title="Studio" description="What your viewers see on stream, and how it looks." />
      {scene.error && !scene.data && (
        <CallFailure
          title="Your overlay could not be loaded"
          error={callErrorOf(scene.error)}
          onRetry={() => void scene.refetch()}
        />
      )}
      {scene.isPending && (
        <Panel title="Preview">
          <SkeletonRows rows={8} label="Loading your overlay" />
        </Panel>
      )}
      {scene.data && <Studio scene={scene.data} />}
    </>
  )
}

function Studio({ scene }: { scene: OverlayScene }) {
  const api = useApi()
  const may = useMay()
  const cache = useQueryClient()
  const actions = may('stream:create') && <TestTipButton />
  const links = may('overlay-links:list') && <LinksPanel />
  if (!may('overlay-stage:update')) {
    return (
      <Panel title="Preview" actions={actions}>
        <StagePreview scene={scene} />
      </Panel>
    )
  }
  return (
    <LookEditor
      scene={scene}
      actions={actions}
      onSave={async (look) => {
        await api.overlay.stage.update.mutate(look)
        await cache.invalidateQueries({ queryKey: sceneKey() })
      }}
    >
      {links}
    </LookEditor>
  )
}
