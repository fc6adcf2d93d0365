import type { Identity, Role, TenantRole } from './identity.ts'
import { isWithheld } from './impersonation.ts'

/** `resource:action`, such as `pets:update`. */
export type Permission = `${string}:${string}`

/**
 * Who may call a procedure. Every procedure declares one; a test fails for one that does not.
 * - `public`: anybody, with the reason why that is right
 * - `watch-token`: the visitor who started the run, by its token, or a signed-in person with rights to it
 * - `signed-in`: any person; of the tenant the call is made for where it touches one. With `apiTokens: false`
 *   an API token does not count: it concerns the person's own sign-in
 * - `permission`: people of the tenant whose role has it; with `module`, where that one is switched on
 * - `platform`: people of the platform with one of the roles
 *
 * `impersonation` says where it differs from the rule of its kind for people of the platform who act as somebody else:
 * `admitsImpersonators` in `impersonation.ts`.
 */
export type Access =
  | { kind: 'public'; reason: string }
  | { kind: 'watch-token'; impersonation?: 'allowed' }
  | { kind: 'signed-in'; apiTokens?: false; impersonation?: 'allowed' }
  | {
      kind: 'permission'
      permission: Permission
      module?: string | undefined
      impersonation?: 'refused' | undefined
    }
  | { kind: 'platform'; roles: readonly ('platform_admin' | 'platform_viewer')[] }

export const resourceActions = ['list', 'get', 'create', 'update', 'delete'] as const
export type ResourceAction = (typeof resourceActions)[number]
/** Roles that may do each action on one resource. */
export type ResourcePermissions = Record<ResourceAction, readonly TenantRole[]>

const everyone: readonly TenantRole[] = ['owner', 'admin', 'manager', 'staff', 'viewer']
const workers: readonly TenantRole[] = ['owner', 'admin', 'manager', 'staff']
const leaders: readonly TenantRole[] = ['owner', 'admin', 'manager']

/** Records the team works with every day. */
export const dailyRecords: ResourcePermissions = {
  list: everyone,
  get: everyone,
  create: workers,
  update: workers,
  delete: leaders,
}

/** Records that set the business up: prices, staff, equipment. */
export const setupRecords: ResourcePermissions = {
  list: everyone,
  get: everyone,
  create: leaders,
  update: leaders,
  delete: leaders,
}

/** The same, with clients reading what is their own. A resource that uses it declares `own`. */
export function readByClients(permissions: ResourcePermissions): ResourcePermissions {
  const { list, get } = permissions
  return { ...permissions, list: [...list, 'client'], get: [...get, 'client'] }
}

/** The permission table: which roles hold each permission. Filled from the declarations of resources. */
export type PermissionTable = ReadonlyMap<Permission, readonly Role[]>

/** True when the table grants the permission to the role; a permission nobody declared is nobody's. */
export function hasPermission(table: PermissionTable, role: Role, permission: Permission): boolean {
  return table.get(permission)?.includes(role) ?? false
}

/** A role that holds a permission, and how much of what there is it reaches with it. */
export type Holder = { role: Role; reach: 'all records' | 'own records' }

/** Who holds a permission, for documentation and screens: clients never reach more than what is their own. */
export function listHolders(table: PermissionTable, permission: Permission): Holder[] {
  return (table.get(permission) ?? []).map((role) => ({
    role,
    reach: role === 'client' ? 'own records' : 'all records',
  }))
}

/** The scope of an API token that allows all its person may do. */
export const EVERY_SCOPE = '*'

/**
 * The one question about rights: does the role hold the permission, is the caller's token meant for it, and is it the
 * person themselves where it has to be?
 */
export function may(
  table: PermissionTable,
  { role, scopes, impersonator }: Pick<Identity, 'role' | 'scopes' | 'impersonator'>,
  permission: Permission,
): boolean {
  if (!hasPermission(table, role, permission)) return false
  if (impersonator && isWithheld(permission)) return false
  return !isLimited({ scopes }) || (scopes?.includes(permission) ?? false)
}

/** True for an API token that is not meant for all its person may do. */
export function isLimited({ scopes }: Pick<Identity, 'scopes'>): boolean {
  return scopes !== null && !scopes.includes(EVERY_SCOPE)
}
