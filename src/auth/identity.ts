import type { Impersonator } from './impersonation.ts'

export const tenantRoles = ['owner', 'admin', 'manager', 'staff', 'viewer', 'client'] as const
export type TenantRole = (typeof tenantRoles)[number]

export const platformRoles = ['platform_admin', 'platform_viewer'] as const
export type PlatformRole = (typeof platformRoles)[number]

export type Role = TenantRole | PlatformRole

/** How a caller has proven who they are: session cookie, access token of a sign-in, or an API token. */
export type Credential = 'web' | 'api' | 'token'

/** Who makes a call. A person belongs to one tenant, or to the platform (`tenantId: null`). */
export type Identity = {
  userId: string
  tenantId: string | null
  email: string
  fullName: string
  role: Role
  credential: Credential
  /** the session, or the API token that stands in its place */
  sessionId: string
  /** what an API token is limited to, as permissions; null for everything the role may do */
  scopes: readonly string[] | null
  /** who it really is, where somebody of the platform acts as this person */
  impersonator?: Impersonator | null
}

/** The person whose own records alone are within reach; null for who reaches all records of the tenant. */
export function ownerIdOf({ role, userId }: Pick<Identity, 'role' | 'userId'>): string | null {
  return role === 'client' ? userId : null
}

/** True when somebody with the role `own` may give, take or touch the role `other`: nobody reaches above their own. */
export function reachesRole(own: Role, other: Role): boolean {
  // The list of roles begins with the highest; people of the platform have no rank in it.
  const ranks: readonly Role[] = tenantRoles
  return own === other || (ranks.includes(own) && ranks.indexOf(own) <= ranks.indexOf(other))
}

/** True for people of the platform itself. */
export function isPlatformRole(role: Role): role is PlatformRole {
  return (platformRoles as readonly string[]).includes(role)
}
