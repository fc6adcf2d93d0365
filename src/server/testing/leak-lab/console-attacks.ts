import { platformRoles, tenantRoles } from '#src/auth/identity.ts'
import { newId } from '#src/shared/ids.ts'
import { isRefusal, takeTurns, type Attack } from './attack.ts'
import { inputOf } from './inputs.ts'
import type { Lab } from './lab.ts'
import { createLabPerson } from './lab-person.ts'
import type { LabProcedure } from './procedures.ts'
import { OWN_PAGE } from './send.ts'
import { createSessionCookie, forgeTokens, signToken } from './tokens.ts'

/** Everything that is for people of the platform. */
export function listConsoleProcedures({ procedures }: Lab): LabProcedure[] {
  return procedures.filter(({ access }) => access?.kind === 'platform')
}

type Headers = Readonly<Record<string, string>>

/** Whoever is not of the platform, and whoever only says so, at the doors of the console with ids that are right. */
export async function listConsoleAttacks(lab: Lab): Promise<Attack[]> {
  const { stage, victim } = lab
  const strangers: [string, Headers][] = [
    ['a visitor', {}],
    ...tenantRoles.flatMap((role): [string, Headers][] => [
      [role, { authorization: `Bearer ${stage.people[role].token}` }],
      [`${role} in a browser`, { cookie: stage.people[role].cookie, ...OWN_PAGE }],
    ]),
    ['an API token for everything', { authorization: `Bearer ${stage.apiTokens.good}` }],
    ['a watch token', { 'x-watch-token': stage.watchToken }],
    ['a watch token as a sign-in', { authorization: `Bearer ${stage.watchToken}` }],
    ...(await listForgeries(lab)),
  ]
  const people = platformRoles.map((role): [string, Headers] => [
    `${role} on the host of a workspace`,
    { authorization: `Bearer ${lab.platform[role].token}` },
  ])
  return [
    attackOf('the console without a right', { lab, callers: strangers, hosts: [null, stage.subdomain] }),
    attackOf('the console from a workspace', {
      lab,
      callers: people,
      hosts: [stage.subdomain, victim.subdomain],
    }),
  ]
}

type Callers = { lab: Lab; callers: readonly [string, Headers][]; hosts: readonly (string | null)[] }

function attackOf(name: string, { lab: { stage, victim }, callers, hosts }: Callers): Attack {
  return {
    name,
    protects: [stage, victim],
    expects: (_, { code }) => isRefusal(code),
    movesOn: (procedure, channel) =>
      callers.flatMap(([caller, headers], index) =>
        takeTurns(hosts, { procedure, channel }, index).map((host) => ({
          host,
          headers: { ...headers, 'user-agent': caller },
          input: inputOf(procedure, victim),
        })),
      ),
  }
}

/** Sign-ins of the platform that nobody has vouched for, or not any more. */
async function listForgeries({ server, platform, stage }: Lab): Promise<[string, Headers][]> {
  const db = server.database.platform
  const { claims } = platform.platform_admin
  const gone = { tenantId: null, role: 'platform_admin', marker: 'platform' } as const
  const [revoked, deactivated, over] = await Promise.all([
    createLabPerson(db, gone),
    createLabPerson(db, { ...gone, isActive: false }),
    createLabPerson(db, gone),
  ])
  const past = new Date(Date.now() - 1_000)
  await db.session.updateMany({ where: { userId: revoked.id }, data: { revokedAt: new Date() } })
  await db.session.updateMany({ where: { userId: over.id }, data: { expiresAt: past } })
  const tokens: Readonly<Record<string, string>> = {
    ...(await forgeTokens(claims)),
    'a session that was ended': revoked.token,
    'a session that is over': over.token,
    'a person who was switched off': deactivated.token,
    'a session that never was': await signToken({ ...claims, sid: newId() }),
    'an owner who calls themselves admin': await signToken({
      ...stage.people.owner.claims,
      tenant_id: null,
      role: 'platform_admin',
    }),
    'an owner with the session of an admin': await signToken({
      ...stage.people.owner.claims,
      sid: claims.sid,
    }),
  }
  return [
    ...Object.entries(tokens).map(([name, token]): [string, Headers] => [
      name,
      { authorization: `Bearer ${token}` },
    ]),
    ['the cookie of an ended session', { cookie: revoked.cookie, ...OWN_PAGE }],
    ['the cookie of a session that never was', { cookie: await createSessionCookie(newId()), ...OWN_PAGE }],
    [
      'a cookie sent by another site',
      { cookie: platform.platform_admin.cookie, 'sec-fetch-site': 'cross-site' },
    ],
  ]
}
