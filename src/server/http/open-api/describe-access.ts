import type { Role } from '#src/auth/identity.ts'
import { listHolders, type Access, type PermissionTable } from '#src/auth/permissions.ts'
import { assertNever } from '#src/shared/assert-never.ts'
import { BEARER, WATCH_TOKEN } from './components.ts'

/** Who may call an operation: for programs, for people, and as the security requirement of OpenAPI. */
export type DescribedAccess = {
  extension: {
    kind: Access['kind']
    apiTokens?: false
    permission?: string
    roles?: readonly Role[]
    /** those of the roles that reach nothing but what belongs to the caller */
    ownOnly?: readonly Role[]
    module?: string
  }
  sentence: string
  security: Record<string, never[]>[]
}

/** Puts an access rule into words, roles taken from the permission table that is enforced. */
export function describeAccess(access: Access, permissions: PermissionTable): DescribedAccess {
  const signedIn = [{ [BEARER]: [] }]
  const { kind } = access
  switch (kind) {
    case 'public':
      return { extension: { kind }, sentence: 'Open to anybody.', security: [] }
    case 'watch-token':
      return {
        extension: { kind },
        sentence: 'Whoever holds the watch token of the sign-up, or is signed in with a right to the run.',
        security: [{ [WATCH_TOKEN]: [] }, ...signedIn],
      }
    case 'signed-in':
      return {
        extension: { kind, ...(access.apiTokens === false ? { apiTokens: false } : {}) },
        sentence: `Everybody who is signed in${access.apiTokens === false ? ' with a password; API tokens are refused' : ''}.`,
        security: signedIn,
      }
    case 'permission': {
      const { permission, module } = access
      const holders = listHolders(permissions, permission)
      const ownOnly = holders.filter(({ reach }) => reach === 'own records').map(({ role }) => role)
      const words = holders.map(({ role, reach }) =>
        reach === 'all records' ? role : `${role} (${reach} only)`,
      )
      return {
        extension: {
          kind,
          permission,
          roles: holders.map(({ role }) => role),
          ...(ownOnly.length > 0 ? { ownOnly } : {}),
          ...(module === undefined ? {} : { module }),
        },
        sentence: `Roles: ${words.join(', ')}.${module === undefined ? '' : ` The module ${module} has to be switched on.`}`,
        security: signedIn,
      }
    }
    case 'platform':
      return {
        extension: { kind, roles: access.roles },
        sentence: `People of the platform only: ${access.roles.join(', ')}.`,
        security: signedIn,
      }
    default:
      return assertNever(access)
  }
}
