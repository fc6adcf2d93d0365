import type { SeedRows } from '#src/provisioning/server/blueprint.ts'
import type { Module, Starter } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import { snakeCase } from '../naming.ts'
import { createSchema } from '../record-schemas.ts'
import { completeValues } from './record-row.ts'

/**
 * The rows of the starter records that were chosen, by table. Keys of modules that are not among `modules`
 * are left out: a choice made before another industry was picked means nothing.
 *
 * @param services keys of starters
 * @throws ZodError when a starter does not keep the rules of its own resource, a mistake in the module
 */
export function buildSeedRows(
  modules: readonly Module[],
  { services }: { services: readonly string[] },
): SeedRows[] {
  const chosen = new Set(services)
  return modules.flatMap(({ resources, starters }) =>
    resources
      .map((resource) => {
        const records = starters.filter(
          ({ key, resource: name }) => chosen.has(key) && name === resource.name,
        )
        return rowsOf(resource, records)
      })
      .filter(({ rows }) => rows.length > 0),
  )
}

function rowsOf(resource: Resource, starters: readonly Starter[]): SeedRows {
  const names = Object.keys(resource.fields)
  const schema = createSchema(resource)
  return {
    table: resource.table,
    columns: names.map(snakeCase),
    rows: starters.map((starter) => {
      const values = completeValues(resource, schema.parse(starter.values))
      return names.map((name) => toParameter(values[name]))
    }),
  }
}

/** The driver sends lists as arrays; other structures are columns of JSON. */
function toParameter(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value
}
