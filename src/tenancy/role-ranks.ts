import { reachesRole, tenantRoles, type TenantRole } from '#src/auth/identity.ts'

/** The roles that somebody with the role `own` may give, the highest first. */
export function listGivableRoles(own: TenantRole): TenantRole[] {
  return tenantRoles.filter((role) => reachesRole(own, role))
}
