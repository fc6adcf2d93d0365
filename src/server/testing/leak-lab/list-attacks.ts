import { isRefusal, takeTurns, type Attack, type Call, type Move } from './attack.ts'
import { listFields, withField } from './generate-input.ts'
import { inputsOfEveryTable } from './inputs.ts'
import type { Lab } from './lab.ts'
import { phoneOf } from './mark-values.ts'
import type { LabProcedure } from './procedures.ts'

/** Searches, orders and filters that would bring up what others have. */
export function listListAttacks({ attacker, victim }: Lab): Attack[] {
  const target = {
    host: attacker.subdomain,
    headers: { authorization: `Bearer ${attacker.people.owner.token}` },
  }
  const words = [
    victim.marker,
    victim.marker.slice(2),
    phoneOf(victim.marker),
    victim.people.owner.email,
    victim.tenantId,
  ]
  const toMoves = (inputs: readonly unknown[], call: Call): Move[] =>
    takeTurns(inputs, call).map((input) => ({ ...target, input }))
  const protects = [victim]

  return [
    {
      name: 'searching for words of others',
      protects,
      // The log finds the very searches made in it before, so nothing follows from its count.
      expects: (procedure, { code, body }) =>
        isOfPlatform(procedure)
          ? isRefusal(code)
          : code === 'OK' && (/"total":0\b/.test(body) || procedure.path.startsWith('audit.')),
      movesOn: (procedure) =>
        hasField(procedure, 'q') ? words.map((q) => ({ ...target, input: { q, limit: 100 } })) : [],
    },
    {
      name: 'every order of every list',
      protects,
      expects: (procedure, { code }) => (isOfPlatform(procedure) ? isRefusal(code) : code === 'OK'),
      movesOn: (procedure, channel) => toMoves(orders(procedure), { procedure, channel }),
    },
    {
      name: 'filtering by what others have',
      protects,
      expects: (procedure, { code }) =>
        isOfPlatform(procedure) ? isRefusal(code) : code === 'OK' || code === 'VALIDATION_FAILED',
      movesOn: (procedure, channel) => {
        if (!hasField(procedure, 'page')) return []
        const filters = listFields(procedure).map(([name]) => name)
        const inputs = [
          ...filters.flatMap((name) =>
            [victim.marker, '%', "' or true --"].map((value) => ({ [name]: value })),
          ),
          ...inputsOfEveryTable(procedure, victim),
          ...filters.map((name) => withField(procedure, name)),
        ]
        return toMoves(inputs, { procedure, channel })
      },
    },
  ]
}

/** The fleet is nothing that people of a tenant may list. */
function isOfPlatform({ access }: LabProcedure): boolean {
  return access?.kind === 'platform'
}

function hasField(procedure: LabProcedure, wanted: string): boolean {
  return procedure.type === 'query' && listFields(procedure).some(([name]) => name === wanted)
}

/** Everything a list can be ordered by, both ways. */
function orders(procedure: LabProcedure): object[] {
  if (!hasField(procedure, 'sortBy')) return []
  const keys = listFields(procedure).find(([name]) => name === 'sortBy')?.[1] ?? []
  return keys.flatMap((sortBy) => ['asc', 'desc'].map((order) => ({ sortBy, order, limit: 100 })))
}
