import { platformRoles } from '#src/auth/identity.ts'
import { platformProcedure } from '#src/tenancy/server/platform-procedure.ts'

/** A procedure that everybody of the platform may call. It reads, and gives no secrets away. */
export function viewerProcedure() {
  return platformProcedure(platformRoles)
}

/** A procedure for administrators of the platform: whatever changes something, or takes data along. */
export function adminProcedure() {
  return platformProcedure(['platform_admin'])
}
