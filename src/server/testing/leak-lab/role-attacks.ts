import { platformRoles, tenantRoles, type Role } from '#src/auth/identity.ts'
import { hasPermission } from '#src/auth/permissions.ts'
import { NARROW_SCOPE } from './add-platform-rows.ts'
import { isRefusal, takeTurns, type Attack } from './attack.ts'
import { harmlessInputOf, inputOf } from './inputs.ts'
import type { Lab } from './lab.ts'
import { createLabPerson, type LabPerson } from './lab-person.ts'
import type { LabTenant } from './lab-tenant.ts'
import type { LabProcedure } from './procedures.ts'

/** People with each role, who call everything: they may what the permission table says, and nothing else. */
export function listRoleAttacks(lab: Lab): Attack[] {
  const { victim, stage } = lab
  const atHome = tenantRoles.map((role, index): Attack => ({
    name: `everything as ${role}`,
    protects: [victim],
    expects: (procedure, { code }) => expectsRole(lab, role, procedure)(code),
    movesOn: (procedure, channel) =>
      Promise.all(
        takeTurns([stage.subdomain, null], { procedure, channel }, index).map(async (host) => {
          const { token } = await personFor(lab, { procedure, role, tenant: stage })
          return move(procedure, { token, host, stage })
        }),
      ),
  }))
  const ofPlatform = platformRoles.flatMap((role): Attack[] => [
    {
      name: `everything as ${role}`,
      protects: [victim],
      maySee: ({ access }) => access?.kind === 'platform',
      expects: (procedure, { code }) => expectsRole(lab, role, procedure)(code),
      movesOn: async (procedure) => {
        const { token } = await personFor(lab, { procedure, role, tenant: null })
        return [move(procedure, { token, host: null, stage })]
      },
    },
    {
      name: `everything as ${role} in a workspace`,
      protects: [victim, stage],
      expects: ({ access }, { code }) =>
        access?.kind === 'public' ||
        code === (access?.kind === 'watch-token' ? 'NOT_FOUND' : 'TENANT_MISMATCH'),
      movesOn: async (procedure) => {
        const { token } = await personFor(lab, { procedure, role, tenant: null })
        const headers = { authorization: `Bearer ${token}` }
        return [victim, stage].map((tenant) => ({
          host: tenant.subdomain,
          headers,
          input: inputOf(procedure, tenant),
        }))
      },
    },
  ])
  return [...atHome, ...ofPlatform, ofNarrowToken(lab)]
}

/** The token of an owner who may everything, which was made for one thing. */
function ofNarrowToken({ victim, stage }: Lab): Attack {
  const headers = { authorization: `Bearer ${stage.apiTokens.narrow}` }
  return {
    name: `everything with an API token for ${NARROW_SCOPE}`,
    protects: [victim],
    expects: ({ access }, { code }) => {
      if (access?.kind === 'permission')
        return (access.permission === NARROW_SCOPE) === (code !== 'FORBIDDEN')
      return access?.kind !== 'platform' || isRefusal(code)
    },
    movesOn: (procedure, channel) =>
      takeTurns([stage.subdomain, null], { procedure, channel }).map((host) => ({
        host,
        headers,
        input: harmlessInputOf(procedure),
      })),
  }
}

/** Whether a call should end with a code, by what the procedure declares and the permission table says. */
function expectsRole({ server }: Lab, role: Role, { access }: LabProcedure): (code: string) => boolean {
  const isOfPlatform = (platformRoles as readonly string[]).includes(role)
  switch (access?.kind) {
    case 'permission':
      return hasPermission(server.permissions, role, access.permission)
        ? (code) => !isRefusal(code)
        : (code) => code === 'FORBIDDEN'
    case 'platform':
      return (access.roles as readonly string[]).includes(role)
        ? (code) => !isRefusal(code)
        : (code) => code === 'FORBIDDEN' || (!isOfPlatform && code === 'TENANT_MISMATCH')
    case 'signed-in':
      // What is about the workspace is none of the platform's; what is about oneself is.
      return (code) => code !== 'UNAUTHENTICATED' && (isOfPlatform || !isRefusal(code))
    default:
      return () => true
  }
}

/** What changes something may end the session it came with, or the person: each such call gets its own. */
async function personFor(
  { server, platform }: Lab,
  { procedure, role, tenant }: { procedure: LabProcedure; role: Role; tenant: LabTenant | null },
): Promise<Pick<LabPerson, 'token'>> {
  if (procedure.type === 'query') {
    const known: Partial<Record<Role, LabPerson>> = tenant?.people ?? platform
    if (known[role]) return known[role]
  }
  const marker = tenant?.marker ?? 'platform'
  return createLabPerson(server.database.platform, { tenantId: tenant?.tenantId ?? null, role, marker })
}

function move(
  procedure: LabProcedure,
  { token, host, stage }: { token: string; host: string | null; stage: LabTenant },
) {
  // What is about oneself is about oneself as long as nobody else is named.
  const isOpen = procedure.type === 'query' && procedure.access?.kind !== 'signed-in'
  const input = isOpen ? inputOf(procedure, stage) : harmlessInputOf(procedure)
  return { host, headers: { authorization: `Bearer ${token}` }, input }
}
