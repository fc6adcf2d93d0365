import type { TenantRole } from '#src/auth/identity.ts'
import type { Permission } from '#src/auth/permissions.ts'

const leaders: readonly TenantRole[] = ['owner', 'admin']
const team: readonly TenantRole[] = ['owner', 'admin', 'manager', 'staff', 'viewer']

/**
 * Rights to the workspace itself, beside those to its records. What somebody may do to their own sign-in
 * (sessions, tokens, password) needs no permission.
 */
export const tenancyPermissions = {
  'tenant:get': team,
  'tenant:update': leaders,
  'members:list': team,
  'members:update': leaders,
  'members:delete': leaders,
  'invitations:list': leaders,
  'invitations:create': leaders,
  'invitations:delete': leaders,
  'features:list': team,
  'features:update': leaders,
  'runs:list': team,
  'audit:list': leaders,
} as const satisfies Record<Permission, readonly TenantRole[]>

/** What each of these rights is about, in words, by the part before the colon. */
export const tenancyPermissionTitles = {
  tenant: 'Workspace settings',
  members: 'People',
  invitations: 'Invitations',
  features: 'Modules',
  runs: 'Runs',
  audit: 'Audit log',
} as const
