import {
  expectsNothing,
  expectsStranger,
  takeOneUnlessOpen,
  takeTurns,
  type Attack,
  type Move,
} from './attack.ts'
import { OWN_PAGE } from './send.ts'
import { inputOf, inputsOfEveryTable, inputWith, mixedInputs } from './inputs.ts'
import { listKeyFields } from './generate-input.ts'
import type { Lab } from './lab.ts'
import type { LabProcedure } from './procedures.ts'

/** Procedures that keep a token of some other service, and take any text for one. */
const tokenStores: ReadonlySet<string> = new Set(['overlay.providerTokens.update'])

/** Somebody of one tenant, with all rights there, who knows every id of another. */
export function listIdAttacks({ attacker, victim, procedures }: Lab): Attack[] {
  const bearer = { authorization: `Bearer ${attacker.people.owner.token}` }
  const cookie = { cookie: attacker.people.owner.cookie, ...OWN_PAGE }
  const protects = [victim]
  const expects = expectsNothing
  const hasKeys = (procedure: LabProcedure) => listKeyFields(procedure).ids.length > 0
  const aimed = (procedure: LabProcedure, target: Pick<Move, 'host' | 'headers'>): Move[] =>
    hasKeys(procedure) ? [{ ...target, input: inputOf(procedure, victim) }] : []
  const own = { host: attacker.subdomain, headers: bearer }

  return [
    { name: 'ids of others', protects, expects, movesOn: (procedure) => aimed(procedure, own) },
    {
      name: 'ids of others, from the apex',
      protects,
      expects,
      movesOn: (procedure) => aimed(procedure, { ...own, host: null }),
    },
    {
      name: 'ids of others, with a cookie',
      protects,
      expects,
      movesOn: (procedure) => aimed(procedure, { ...own, headers: cookie }),
    },
    {
      name: 'one id of others among own ones',
      protects,
      expects,
      movesOn: (procedure) =>
        mixedInputs(procedure, { own: attacker, other: victim }).map((input) => ({ ...own, input })),
    },
    {
      name: 'ids of others, of every table',
      protects,
      expects,
      movesOn: (procedure, channel) =>
        takeTurns(inputsOfEveryTable(procedure, victim), { procedure, channel }).map((input) => ({
          ...own,
          input,
        })),
    },
    {
      name: 'tokens of others, shown on one’s own host',
      protects,
      expects,
      movesOn: (procedure) =>
        Object.values(victim.secrets).flatMap((secret) =>
          listKeyFields(procedure).secrets.length > 0 && !tokenStores.has(procedure.path)
            ? [
                {
                  ...own,
                  input: inputWith(procedure, {
                    idOf: (_, left) => (left ? undefined : victim.tenantId),
                    secretOf: () => secret,
                  }),
                },
              ]
            : [],
        ),
    },
    {
      name: 'ids of others on their own host',
      protects,
      expects: expectsStranger,
      movesOn: (procedure, channel) => {
        const turn = procedures.indexOf(procedure)
        return takeOneUnlessOpen(inputsOfEveryTable(procedure, victim), { procedure, channel }, turn).map(
          (input) => ({ ...own, host: victim.subdomain, input }),
        )
      },
    },
  ]
}
