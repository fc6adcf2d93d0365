import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tenantRoles } from '#src/auth/identity.ts'
import { admitsImpersonators, withheldPermissions } from '#src/auth/impersonation.ts'
import type { Access } from '#src/auth/permissions.ts'
import { deriveAuthKeys } from '#src/auth/server/auth-keys.ts'
import { modules } from '#src/modules/registry.ts'
import { permissionTableOf } from '#src/resources/permission-table.ts'
import { tenancyPermissions } from '#src/tenancy/permissions.ts'
import { createAppRouter } from './root-router.ts'
import { tryCall } from './testing/try-call.ts'

const router = createAppRouter(deriveAuthKeys('a secret for tests only, long enough'))
const permissions = permissionTableOf(modules, tenancyPermissions)
type Declared = { _def: { meta: { access: Access; errors?: string[] }; output?: z.ZodType } }
// tRPC types the record of all procedures as a tree and without their metadata.
const flat: object = router._def.procedures
const declared: [string, Declared][] = Object.entries(flat)
const procedures = declared.map(([path, { _def }]) => ({
  path,
  access: _def.meta.access,
  output: _def.output,
}))

/** Names that values have which let somebody in, or prove something. */
const SECRET_NAME = /(token|secret|password|ticket|cookie|code|[a-z]Key)$/i
/** They are named like something that lets somebody in, and do not: codes of errors and of places. */
const HARMLESS = /^runs\.\w+ code$| postalCode$/

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(Object(schema.properties)) : []
  return [...own, ...Object.values(schema).flatMap(namesIn)]
}

function secretsOf(output: z.ZodType | undefined): string[] {
  if (!output) return []
  const schema = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' })
  return namesIn(schema).filter((name) => SECRET_NAME.test(name))
}

describe('acting as somebody', () => {
  it.each(tenantRoles)('refuses, as %s, exactly what the rule says, whatever the role may', async (role) => {
    for (const { path, access } of procedures) {
      const code = await tryCall(router, { path, role, permissions, impersonated: true })
      expect([path, code === 'IMPERSONATION_REFUSED']).toEqual([path, !admitsImpersonators(access)])
    }
  })

  it('gives no secret away, in any answer that has one', () => {
    const giving = procedures.filter(({ output }) => secretsOf(output).length > 0)
    expect(giving.length).toBeGreaterThan(5)
    const open = giving.filter(({ access }) => access.kind !== 'public' && admitsImpersonators(access))
    const given = open.flatMap(({ path, output }) => secretsOf(output).map((name) => `${path} ${name}`))
    expect(given.filter((secret) => !HARMLESS.test(secret))).toEqual([])
  })

  it('leaves this of what is about somebody themselves', () => {
    const own = procedures.filter(
      ({ access }) => access.kind === 'signed-in' || access.kind === 'watch-token',
    )
    const open = own.filter(({ access }) => admitsImpersonators(access)).map(({ path }) => path)
    expect(open.sort()).toEqual([
      'auth.logout',
      'auth.me',
      'concierge.getCounts',
      'lettings.getCounts',
      'overlay.getCounts',
      'petCare.getCounts',
      'runs.get',
      'runs.getById',
    ])
  })

  it('withholds rights that there are', () => {
    expect(withheldPermissions.filter((permission) => !permissions.has(permission))).toEqual([])
  })
})
