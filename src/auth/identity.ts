export const tenantRoles = ['owner', 'admin', 'manager', 'staff', 'viewer', 'client'] as const
export type TenantRole = (typeof tenantRoles)[number]

export const platformRoles = ['platform_admin', 'platform_viewer'] as const
export type PlatformRole = (typeof platformRoles)[number]

export type Role = TenantRole | PlatformRole

/** Who makes a call. A person belongs to one tenant, or to the platform (`tenantId: null`). */
export type Identity = {
  userId: string
  tenantId: string | null
  email: string
  fullName: string
  role: Role
  sessionId: string
}

/** True for people of the platform itself. */
export function isPlatformRole(role: Role): role is PlatformRole {
  return (platformRoles as readonly string[]).includes(role)
}
