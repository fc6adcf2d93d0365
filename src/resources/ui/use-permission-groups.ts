'use client'

import { useMemo } from 'react'
import { groupPermissions, type PermissionGroup } from '#src/auth/permission-group.ts'
import { resourceActions, type Permission } from '#src/auth/permissions.ts'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { tenancyPermissionTitles, tenancyPermissions } from '#src/tenancy/permissions.ts'
import { useModuleAccess } from './module-access.tsx'

/** Everything the person may do in the workspace, by the kind of thing it is done to. */
export function usePermissionGroups(): PermissionGroup[] {
  const may = useMay()
  const { modules } = useModuleAccess()
  return useMemo(() => {
    const resources = modules.flatMap((module) => module.resources)
    const titles = new Map([
      ...resources.map(({ name, title }): [string, string] => [name, title]),
      ...modules.flatMap(({ permissionTitles }) => Object.entries(permissionTitles)),
      ...Object.entries(tenancyPermissionTitles),
    ])
    const known: Permission[] = [
      ...resources.flatMap(({ name }) => resourceActions.map((action): Permission => `${name}:${action}`)),
      ...modules.flatMap(({ permissions }) => Object.keys(permissions) as Permission[]),
      ...(Object.keys(tenancyPermissions) as Permission[]),
    ]
    return groupPermissions(known.filter(may), titles)
  }, [may, modules])
}
