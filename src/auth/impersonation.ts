import { AppError } from '#src/shared/errors/app-error.ts'
import type { Identity } from './identity.ts'
import type { Access, Permission } from './permissions.ts'

/** The shortest and the longest time for which somebody may act as somebody else, in minutes. */
export const IMPERSONATION_MINUTES = { min: 5, max: 60, usual: 15 } as const

/** Somebody of the platform who looks at a workspace as one of its people. */
export type Impersonator = {
  id: string
  fullName: string
  impersonationId: string
  reason: string
  /** when it ends by itself, as an ISO date */
  until: string
}

/**
 * Rights that nobody has while they act as somebody else, whatever the role: they make secrets and sign-ins that last
 * longer, or decide who gets in.
 */
const withheld: ReadonlySet<Permission> = new Set<Permission>([
  'members:update',
  'members:delete',
  'invitations:create',
  'invitations:delete',
  'overlay-links:create',
  'overlay-links:delete',
  'provider-tokens:update',
  'provider-tokens:delete',
  'viewer-sessions:create',
])

/** Those rights by name, for the test that knows all there are. */
export const withheldPermissions: readonly Permission[] = [...withheld]

/** True for a right that is nobody's who acts as somebody else. */
export function isWithheld(permission: Permission): boolean {
  return withheld.has(permission)
}

/**
 * Whether a procedure answers somebody who acts as somebody else. What is about the person's own sign-in, or about a
 * run and its token, is shut unless it says otherwise; records and settings are open unless the right is withheld.
 * Public procedures ask nobody who they are.
 */
export function admitsImpersonators(access: Access): boolean {
  switch (access.kind) {
    case 'public':
      return true
    case 'signed-in':
    case 'watch-token':
      return access.impersonation === 'allowed'
    case 'permission':
      return access.impersonation !== 'refused' && !isWithheld(access.permission)
    case 'platform':
      return false
  }
}

/**
 * The one place where whoever acts as somebody else is refused, for every way to call a procedure.
 * @throws AppError IMPERSONATION_REFUSED
 */
export function requireAdmitted(identity: Pick<Identity, 'impersonator'> | null, access: Access): void {
  if (identity?.impersonator && !admitsImpersonators(access)) throw new AppError('IMPERSONATION_REFUSED')
}
