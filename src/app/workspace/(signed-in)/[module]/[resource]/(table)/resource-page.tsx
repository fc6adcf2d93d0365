'use client'

import { useMemo } from 'react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { ResourceScreen } from '#src/resources/ui/table/resource-screen.tsx'
import { EmptyState } from '#src/ui/feedback/empty-state.tsx'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { findTarget } from '../../../../find-target.ts'

interface ResourcePageProps {
  moduleId: string
  resourceName: string
}

/** The screen of a resource, for those whose role may see it. */
export function ResourcePage({ moduleId, resourceName }: ResourcePageProps) {
  const { tenant } = useWorkspace()
  const { permits } = useModuleAccess()
  const target = useMemo(
    () => findTarget(tenant.modules, { module: moduleId, resource: resourceName }),
    [tenant.modules, moduleId, resourceName],
  )
  if (!target) return null
  if (permits(target.resource, 'list')) return <ResourceScreen target={target} />
  return (
    <EmptyState
      level={1}
      title={`Your role does not include ${target.resource.plural}`}
      description="Ask an owner or admin of this workspace if you need to see them."
    />
  )
}
