import type { Role } from '#src/auth/identity.ts'
import { resourceActions, type Permission, type PermissionTable } from '#src/auth/permissions.ts'
import type { Module } from './define-module.ts'

/**
 * Which roles hold each permission, from the declarations of all modules.
 * @param extra permissions of what is no resource, such as `audit:list`
 * @throws Error when a permission is declared twice.
 */
export function permissionTableOf(
  modules: readonly Module[],
  extra: Readonly<Record<Permission, readonly Role[]>> = {},
): PermissionTable {
  const declared = modules.flatMap((module) =>
    module.resources.flatMap((resource) =>
      resourceActions.map((action): [Permission, readonly Role[]] => [
        `${resource.name}:${action}`,
        resource.permissions[action],
      ]),
    ),
  )
  const further = modules.flatMap(
    ({ permissions }) => Object.entries(permissions) as [Permission, readonly Role[]][],
  )
  const table = new Map<Permission, readonly Role[]>()
  for (const [permission, roles] of [
    ...declared,
    ...further,
    ...(Object.entries(extra) as [Permission, readonly Role[]][]),
  ]) {
    if (table.has(permission)) throw new Error(`Permission ${permission} is declared twice.`)
    table.set(permission, roles)
  }
  return table
}
