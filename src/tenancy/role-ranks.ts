import { tenantRoles, type TenantRole } from '#src/auth/identity.ts'

/** True when somebody with the role `own` may give, take or touch the role `other`: nobody reaches above their own. */
export function reachesRole(own: TenantRole, other: TenantRole): boolean {
  // The list of roles begins with the highest.
  return tenantRoles.indexOf(own) <= tenantRoles.indexOf(other)
}

/** The roles that somebody with the role `own` may give, the highest first. */
export function listGivableRoles(own: TenantRole): TenantRole[] {
  return tenantRoles.filter((role) => reachesRole(own, role))
}
