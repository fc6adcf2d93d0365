import { newId } from '#src/shared/ids.ts'
import { generateInput, listKeyFields } from './generate-input.ts'
import type { Choices } from './generate-value.ts'
import { tableOfKey } from './key-table.ts'
import type { LabTenant } from './lab-tenant.ts'
import type { LabProcedure } from './procedures.ts'

type KeyOptions = Pick<Choices, 'idOf'> & Partial<Pick<Choices, 'secretOf'>>

/** An input with keys of one's choice. Changes bring all their fields along; questions only what they must. */
export function inputWith(
  procedure: LabProcedure,
  { idOf, secretOf = () => undefined }: KeyOptions,
): unknown {
  return generateInput(procedure, {
    idOf,
    secretOf,
    fill: procedure.type === 'mutation' ? 'all' : 'required',
  })
}

/** An input that names rows of a tenant wherever it names something. */
export function inputOf(procedure: LabProcedure, tenant: LabTenant): unknown {
  return inputWith(procedure, { idOf: (field) => idOfTenant(procedure, field, tenant) })
}

/** An input that names nothing there is, so that whoever may make the call breaks nothing with it. */
export function harmlessInputOf(procedure: LabProcedure): unknown {
  return inputWith(procedure, { idOf: (_, isOptional) => (isOptional ? undefined : newId()) })
}

/** An input that names rows of a tenant, with a watch token where one can be given. */
export function watchInputOf(
  procedure: LabProcedure,
  { tenant, watchToken }: { tenant: LabTenant; watchToken: string },
): unknown {
  return inputWith(procedure, {
    idOf: (field) => idOfTenant(procedure, field, tenant),
    secretOf: (field) => (field === 'watchToken' ? watchToken : undefined),
  })
}

/** One input for each key, which is of `other` while all other keys are of `own`. */
export function mixedInputs(
  procedure: LabProcedure,
  { own, other }: { own: LabTenant; other: LabTenant },
): unknown[] {
  return listKeyFields(procedure).ids.map((foreign) =>
    inputWith(procedure, { idOf: (field) => idOfTenant(procedure, field, field === foreign ? other : own) }),
  )
}

/** One input for each table of the tenant: every key names one of its rows, whatever it should name. */
export function inputsOfEveryTable(procedure: LabProcedure, { ids }: LabTenant): unknown[] {
  if (listKeyFields(procedure).ids.length === 0) return []
  return [...ids.values()].map(([id]) => inputWith(procedure, { idOf: () => id }))
}

function idOfTenant({ path }: LabProcedure, field: string, { ids, subdomain }: LabTenant): string {
  const table = tableOfKey(path, field)
  const [id] = ids.get(table) ?? []
  if (id === undefined) {
    throw new Error(
      `The leak lab has no row of ${table} in ${subdomain}, which ${field} of ${path} names. ` +
        'Add one in src/server/testing/leak-lab/lab-tenant.ts.',
    )
  }
  return id
}
