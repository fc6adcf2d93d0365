import { expectsNobody, expectsNothing, takeTurns, type Attack } from './attack.ts'
import { watchInputOf } from './inputs.ts'
import type { Lab } from './lab.ts'

/** The token of one's own run, shown for the runs of others. */
export function listWatchAttacks({ attacker, victim, procedures }: Lab): Attack[] {
  const { watchToken } = attacker
  const hosts = [null, attacker.subdomain, victim.subdomain]
  const bearer = { authorization: `Bearer ${attacker.people.owner.token}` }
  const tokens = [
    watchToken,
    `${watchToken} `,
    watchToken.toUpperCase(),
    watchToken.slice(0, -1),
    victim.runId,
  ]
  return [
    {
      name: 'watch token of another run',
      protects: [victim],
      expects: expectsNobody,
      movesOn: (procedure, channel) =>
        hosts.flatMap((host, index) =>
          takeTurns(
            [{ 'x-watch-token': watchToken }, { authorization: `Bearer ${watchToken}` }],
            { procedure, channel },
            index + procedures.indexOf(procedure),
          ).map((headers) => ({
            host,
            headers,
            input: watchInputOf(procedure, { tenant: victim, watchToken }),
          })),
        ),
    },
    {
      name: 'watch token of another run, signed in',
      protects: [victim],
      expects: expectsNothing,
      movesOn: (procedure) =>
        procedure.access?.kind === 'watch-token'
          ? tokens.map((token) => ({
              host: attacker.subdomain,
              headers: { ...bearer, 'x-watch-token': token },
              input: watchInputOf(procedure, { tenant: victim, watchToken: token }),
            }))
          : [],
    },
  ]
}
