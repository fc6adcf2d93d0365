import { describe, expect, it } from 'vitest'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import type { Access } from '#src/auth/permissions.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { createAppRouter } from './root-router.ts'

const router = createAppRouter(deriveAuthKeys('a secret for tests only, long enough'))
type Declared = { _def: { meta?: { access?: Access } } }

// tRPC types the record of all procedures as a tree and without their metadata.
const flat: object = router._def.procedures
const declared: [string, Declared][] = Object.entries(flat)
const procedures = declared.map(([path, { _def }]) => ({ path, access: _def.meta?.access }))

describe('access list', () => {
  it('has a rule for every procedure', () => {
    expect(procedures.length).toBeGreaterThan(50)
    expect(procedures.filter(({ access }) => !access).map(({ path }) => path)).toEqual([])
  })

  it('names everything that visitors may call', () => {
    const open = procedures.filter(({ access }) => access?.kind === 'public').map(({ path }) => path)
    expect(open.sort()).toEqual([
      'auth.login',
      'auth.register',
      'invitations.accept',
      'invitations.preview',
      'signUp.checkSubdomain',
      'signUp.create',
      'system.get',
    ])
  })

  it('only speaks of permissions that somebody holds', () => {
    const table = permissionTableOf(modules, tenancyPermissions)
    const unknown = procedures.filter(
      ({ access }) => access?.kind === 'permission' && (table.get(access.permission)?.length ?? 0) === 0,
    )
    expect(unknown).toEqual([])
  })
})
