'use client'

import { useQueries } from '@tanstack/react-query'
import { LayoutDashboard } from 'lucide-react'
import { useMemo } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { formatCount } from '#src/ui/format/numbers.ts'
import type { NavGroup } from '#src/ui/layout/nav-link.tsx'
import { useModuleAccess } from './module-access.tsx'
import { getCounts } from './record-client.ts'
import { recordKeys } from './record-keys.ts'
import { addressOf } from './record-target.ts'
import { ResourceIcon } from './resource-icon.tsx'

/** Entries of the phone's bar beside the dashboard and More. */
const PRIMARY = 3

export type CountsByModule = ReadonlyMap<string, Readonly<Record<string, number>>>

/** How many records each resource of each module has, as far as it is known yet. */
export function useAllCounts(): CountsByModule {
  const api = useApi()
  const { modules } = useModuleAccess()
  return useQueries({
    queries: modules.map((module) => ({
      queryKey: recordKeys.counts(module.id),
      queryFn: () => getCounts(api, module.id),
    })),
    combine: (answers) => toCounts(answers, modules),
  })
}

function toCounts(
  answers: readonly { data: Record<string, number> | undefined }[],
  modules: readonly { id: string }[],
): CountsByModule {
  return new Map(
    modules.flatMap(({ id }, index) => {
      const counts = answers[index]?.data
      return counts ? [[id, counts]] : []
    }),
  )
}

/** The navigation of a workspace: the dashboard, then each module with its pages and the resources the person may list. */
export function useNavigation(): NavGroup[] {
  const { modules, permits } = useModuleAccess()
  const may = useMay()
  const counts = useAllCounts()
  return useMemo(() => {
    let primaries = 0
    const groups = modules.map((module) => ({
      label: module.title,
      entries: [
        ...module.pages
          .filter(({ permission }) => may(permission))
          .map(({ name, title, icon }) => ({
            href: `/${module.id}/${name}`,
            label: title,
            icon: <ResourceIcon name={icon} />,
            primary: primaries++ < PRIMARY,
          })),
        ...module.resources
          .filter((resource) => permits(resource, 'list'))
          .map((resource) => {
            const count = counts.get(module.id)?.[resource.name]
            return {
              href: addressOf({ moduleId: module.id, resource }),
              label: resource.title,
              icon: <ResourceIcon name={resource.icon} />,
              count: count === undefined ? undefined : formatCount(count),
              primary: primaries++ < PRIMARY,
            }
          }),
      ],
    }))
    const dashboard = { href: '/', label: 'Dashboard', icon: <LayoutDashboard />, exact: true, primary: true }
    return [{ entries: [dashboard] }, ...groups.filter((group) => group.entries.length > 0)]
  }, [modules, permits, counts, may])
}
