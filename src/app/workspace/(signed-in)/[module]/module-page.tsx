'use client'

import dynamic from 'next/dynamic'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { modulePages } from '#src/modules/page-registry.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import type { FoundPage } from '../../find-page.ts'

const screens = Object.fromEntries(
  Object.entries(modulePages).map(([address, load]) => [address, dynamic(load)]),
)

/** A page of a module, for those whose role may see it. */
export function ModulePage({ moduleId, page }: FoundPage) {
  const may = useMay()
  const Screen = screens[`${moduleId}/${page.name}`]
  if (!Screen) return null
  if (may(page.permission)) return <Screen />
  return (
    <EmptyState
      level={1}
      title={`Your role does not include the page ${page.title}`}
      description="Ask an owner or admin of this workspace if you need to see it."
    />
  )
}
