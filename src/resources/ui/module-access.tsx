'use client'

import { createContext, use, useMemo, type ReactNode } from 'react'
import type { ResourceAction } from '#src/auth/permissions.ts'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import type { Module } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import type { RecordTarget } from './record-target.ts'

type ModuleAccess = {
  /** The modules the workspace has switched on, in the order of the navigation. */
  modules: readonly Module[]
  /** Whether the signed-in person may do this to records of that resource. */
  permits: (resource: Resource, action: ResourceAction) => boolean
}

const AccessContext = createContext<ModuleAccess>({ modules: [], permits: () => false })

interface ModuleAccessProviderProps {
  modules: readonly Module[]
  children: ReactNode
}

/** Tells the screens below which modules there are; what the person may do with their records, `useMay` knows. */
export function ModuleAccessProvider({ modules, children }: ModuleAccessProviderProps) {
  const may = useMay()
  const access = useMemo<ModuleAccess>(
    () => ({ modules, permits: (resource, action) => may(`${resource.name}:${action}`) }),
    [modules, may],
  )
  return <AccessContext value={access}>{children}</AccessContext>
}

/** The modules of the workspace and the person's rights. The server has the last word on both. */
export function useModuleAccess(): ModuleAccess {
  return use(AccessContext)
}

/** Every resource the person may list, in the order of the navigation. */
export function useListableTargets(): RecordTarget[] {
  const { modules, permits } = useModuleAccess()
  return useMemo(
    () =>
      modules.flatMap((module) =>
        module.resources
          .filter((resource) => permits(resource, 'list'))
          .map((resource) => ({ moduleId: module.id, resource })),
      ),
    [modules, permits],
  )
}
