import { describe, expect, it } from 'vitest'
import { isPlatformRole, platformRoles, tenantRoles, type Role } from '#src/auth/identity.ts'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { hasPermission, type Access } from '#src/auth/permissions.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { assertNever } from '#src/shared/assert-never.ts'
import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { idempotent } from '#src/trpc/server/init.ts'
import { createAppRouter } from './root-router.ts'
import { tryCall } from './testing/try-call.ts'

const router = createAppRouter(deriveAuthKeys('a secret for tests only, long enough'))
const permissions = permissionTableOf(modules, tenancyPermissions)
type Declared = { _def: { type: string; middlewares: unknown[]; meta?: { access?: Access } } }

// tRPC types the record of all procedures as a tree and without their metadata.
const flat: object = router._def.procedures
const declared: [string, Declared][] = Object.entries(flat)
const procedures = declared.map(([path, { _def }]) => ({ path, access: _def.meta?.access, ..._def }))

const visitor = null
const refusals = new Set<ErrorCode>(['UNAUTHENTICATED', 'TENANT_MISMATCH', 'FORBIDDEN'])
const callers: readonly (Role | null)[] = [visitor, ...tenantRoles, ...platformRoles]

/** What the declared rule says about a caller at the gate; undefined where it depends on more than the role. */
function isAdmitted(access: Access, role: Role | null): boolean | undefined {
  switch (access.kind) {
    case 'public':
      return true
    case 'watch-token':
      return undefined
    case 'signed-in':
      // People of the platform may call what touches no tenant.
      return role !== null && isPlatformRole(role) ? undefined : role !== null
    case 'permission':
      return role !== null && hasPermission(permissions, role, access.permission)
    case 'platform':
      return access.roles.some((admitted) => admitted === role)
    default:
      return assertNever(access)
  }
}

describe('access list', () => {
  it('has a rule for every procedure', () => {
    expect(procedures.length).toBeGreaterThan(50)
    expect(procedures.filter(({ access }) => !access).map(({ path }) => path)).toEqual([])
  })

  it('names everything that visitors may call', () => {
    const open = procedures.filter(({ access }) => access?.kind === 'public').map(({ path }) => path)
    expect(open.sort()).toEqual([
      'auth.confirmEmailChange',
      'auth.login',
      'auth.refresh',
      'auth.register',
      'auth.requestPasswordReset',
      'auth.resetPassword',
      'invitations.accept',
      'invitations.preview',
      'overlay.scene.get',
      'signUp.checkSubdomain',
      'signUp.create',
      'signUp.listOffers',
      'system.get',
    ])
  })

  it('only speaks of permissions that somebody holds', () => {
    const unknown = procedures.filter(
      ({ access }) =>
        access?.kind === 'permission' && (permissions.get(access.permission)?.length ?? 0) === 0,
    )
    expect(unknown).toEqual([])
  })

  it('lets every change be sent twice and happen once, behind the check of who sends it', () => {
    const [guard] = idempotent._middlewares
    const changes = procedures.filter(({ type }) => type === 'mutation')
    expect(changes.length).toBeGreaterThan(20)
    for (const { path, middlewares, access } of changes) {
      expect(middlewares, path).toContain(guard)
      // The first middleware keeps the declaration, the one after it enforces it. A right to a run is looked up
      // with the run; there the token is part of what makes two calls the same.
      const isOpen = access?.kind === 'public' || access?.kind === 'watch-token'
      if (!isOpen) expect(middlewares.indexOf(guard), path).toBeGreaterThan(1)
    }
  })
})

describe.each(callers)('what %s is refused', (role) => {
  it('is what the table says, procedure by procedure', async () => {
    for (const { path, access } of procedures) {
      if (!access) continue
      const admitted = isAdmitted(access, role)
      if (admitted === undefined) continue
      const code = await tryCall(router, { path, role, permissions })
      expect([path, code === null || !refusals.has(code)]).toEqual([path, admitted])
    }
  })
})

describe('an API token', () => {
  it('does nothing beyond its scopes, whatever its person may', async () => {
    for (const { path, access } of procedures) {
      if (access?.kind !== 'permission') continue
      const scoped = (scopes: string[]) => tryCall(router, { path, role: 'owner', permissions, scopes })
      expect([path, await scoped([])]).toEqual([path, 'FORBIDDEN'])
      const isHeld = hasPermission(permissions, 'owner', access.permission)
      expect([path, (await scoped([access.permission])) === 'FORBIDDEN']).toEqual([path, !isHeld])
    }
  })
})
