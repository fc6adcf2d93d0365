import { tenantRoles } from '#src/auth/identity.ts'
import { expectsStranger, takeTurns, type Attack } from './attack.ts'
import { OWN_PAGE } from './send.ts'
import { inputOf } from './inputs.ts'
import type { Lab } from './lab.ts'

/** Sign-ins that are good, on a host where they are not, and hosts that are not what they seem. */
export function listHostAttacks({ attacker, victim }: Lab): Attack[] {
  const { owner } = attacker.people
  const bearer = { authorization: `Bearer ${owner.token}` }
  const spoofs: Record<string, string>[] = [
    { 'x-forwarded-host': `${victim.subdomain}.berth.localhost` },
    { forwarded: `host=${victim.subdomain}.berth.localhost;proto=http` },
    { 'x-tenant-id': victim.tenantId, 'x-berth-tenant': victim.subdomain },
    {
      'x-berth-identity': encodeURIComponent(
        JSON.stringify({ userId: victim.people.owner.id, role: 'owner' }),
      ),
    },
    { 'x-original-host': victim.subdomain, 'x-host': victim.subdomain, 'x-rewrite-url': '/api/v1/pets' },
  ]
  return [
    ...tenantRoles.map((role, index): Attack => {
      const headers = { authorization: `Bearer ${attacker.people[role].token}` }
      return {
        name: `a token on the host of others (${role})`,
        protects: [victim, attacker],
        expects: expectsStranger,
        movesOn: (procedure, channel) =>
          takeTurns([victim, attacker], { procedure, channel }, index).map((named) => ({
            host: victim.subdomain,
            headers,
            input: inputOf(procedure, named),
          })),
      }
    }),
    {
      name: 'an API token on the host of others',
      protects: [victim],
      expects: expectsStranger,
      movesOn: (procedure, channel) =>
        takeTurns([attacker.apiTokens.good, attacker.apiTokens.narrow], { procedure, channel }).map(
          (token) => ({
            host: victim.subdomain,
            headers: { authorization: `Bearer ${token}` },
            input: inputOf(procedure, victim),
          }),
        ),
    },
    {
      name: 'a cookie on the host of others',
      protects: [victim, attacker],
      expects: expectsStranger,
      movesOn: (procedure) => [
        {
          host: victim.subdomain,
          headers: { cookie: owner.cookie, ...OWN_PAGE },
          input: inputOf(procedure, victim),
        },
        { host: victim.subdomain.toUpperCase(), headers: bearer, input: inputOf(procedure, victim) },
      ],
    },
    {
      name: 'headers that name others',
      protects: [victim],
      // They are not looked at: the call is an ordinary one of the attacker's own.
      expects: () => true,
      movesOn: (procedure, channel) =>
        procedure.type === 'query'
          ? spoofs.flatMap((spoof, index) =>
              takeTurns([attacker.subdomain, null], { procedure, channel }, index).map((host) => ({
                host,
                headers: { ...bearer, ...spoof },
                input: inputOf(procedure, attacker),
              })),
            )
          : [],
    },
  ]
}
