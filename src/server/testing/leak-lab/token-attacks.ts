import { newId } from '#src/shared/ids.ts'
import { expectsNobody, takeOneUnlessOpen, type Attack } from './attack.ts'
import { inputOf } from './inputs.ts'
import type { Lab } from './lab.ts'
import { createLabPerson } from './lab-person.ts'
import { OWN_PAGE } from './send.ts'
import { createSessionCookie, forgeTokens, signToken } from './tokens.ts'

/** Credentials that are worth nothing, tried on the host of the tenant they claim and on the apex. */
export async function listTokenAttacks(lab: Lab): Promise<Attack[]> {
  const { attacker, victim, server, procedures } = lab
  const { owner } = victim.people
  const { platform } = server.database
  const revoked = await createLabPerson(platform, { ...victim, role: 'owner' })
  const deactivated = await createLabPerson(platform, { ...victim, role: 'owner', isActive: false })
  await platform.session.updateMany({ where: { userId: revoked.id }, data: { revokedAt: new Date() } })
  const mine = attacker.people.owner.claims
  const tokens = {
    ...(await forgeTokens(owner.claims)),
    'revoked session': revoked.token,
    'deactivated person': deactivated.token,
    'a session that never was': await signToken({ ...owner.claims, sid: newId() }),
    'person of others, own session': await signToken({ ...mine, user_id: owner.id }),
    'own person, session of others': await signToken({ ...mine, sid: owner.claims.sid }),
    'a platform role claimed with a session of others': await signToken({
      ...mine,
      tenant_id: null,
      role: 'platform_admin',
      sid: owner.claims.sid,
    }),
    'no token at all': 'x',
  }
  const headers: [string, Record<string, string>][] = [
    ['no credentials', {}],
    ...Object.entries(tokens).map(([name, token]): [string, Record<string, string>] => [
      name,
      { authorization: `Bearer ${token}` },
    ]),
    ['a token that is not a bearer token', { authorization: `Basic ${owner.token}` }],
    ['revoked API token', { authorization: `Bearer ${victim.apiTokens.revoked}` }],
    ['expired API token', { authorization: `Bearer ${victim.apiTokens.expired}` }],
    ['API token as a cookie', { cookie: `next-auth.session-token=${victim.apiTokens.good}` }],
    ['cut API token', { authorization: `Bearer ${victim.apiTokens.good.slice(0, -1)}` }],
    ['cookie of a revoked session', { cookie: revoked.cookie, ...OWN_PAGE }],
    ['cookie of a deactivated person', { cookie: deactivated.cookie, ...OWN_PAGE }],
    ['cookie of a session that never was', { cookie: await createSessionCookie(newId()) }],
    ['a cookie that is an access token', { cookie: `next-auth.session-token=${owner.token}` }],
    ['an access token that is a cookie', { authorization: `Bearer ${owner.cookie.split('=')[1] ?? ''}` }],
  ]
  const hosts = [victim.subdomain, null]
  return headers.map(([name, sent], index) => ({
    name,
    protects: [victim],
    expects: expectsNobody,
    movesOn: (procedure, channel) =>
      takeOneUnlessOpen(hosts, { procedure, channel }, index + procedures.indexOf(procedure)).map((host) => ({
        host,
        headers: sent,
        input: inputOf(procedure, victim),
      })),
  }))
}
