'use client'

import dynamic from 'next/dynamic'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { recordPages } from '#src/modules/page-registry.ts'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'

const screens = Object.fromEntries(
  Object.entries(recordPages).map(([address, load]) => [address, dynamic(load)]),
)

interface RecordPageProps {
  moduleId: string
  resourceName: string
  recordId: string
}

/** The page of one record, for those whose role may see it. */
export function RecordPage({ moduleId, resourceName, recordId }: RecordPageProps) {
  const may = useMay()
  const Screen = screens[`${moduleId}/${resourceName}`]
  if (!Screen) return null
  if (may(`${resourceName}:get`)) return <Screen id={recordId} />
  return (
    <EmptyState
      level={1}
      title="Your role does not include this page"
      description="Ask an owner or admin of this workspace if you need to see it."
    />
  )
}
