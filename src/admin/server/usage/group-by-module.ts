import type { ModuleUsage, TableUsage } from '../../tenant-usage.ts'

/** What of a module says which tables are its own. */
export type ModuleTables = {
  id: string
  resources: readonly { table: string }[]
  tables: readonly string[]
}

/** Tables by the module they belong to, in the order of the modules; modules without a table are left out. */
export function groupByModule(
  modules: readonly ModuleTables[],
  tables: readonly TableUsage[],
): ModuleUsage[] {
  const owners = new Map(
    modules.flatMap(({ id, resources, tables: further }) =>
      [...resources.map(({ table }) => table), ...further].map((table) => [table, id] as const),
    ),
  )
  return [...modules.map(({ id }) => id), null].flatMap((module) => {
    const own = tables.filter(({ name }) => (owners.get(name) ?? null) === module)
    return own.length > 0 ? [{ module, ...sumOf(own), tables: own }] : []
  })
}

/** Rows and bytes of several tables together. */
export function sumOf(tables: readonly Omit<TableUsage, 'name'>[]): Omit<TableUsage, 'name'> {
  const sum = { rows: 0, tableBytes: 0, indexBytes: 0 }
  for (const { rows, tableBytes, indexBytes } of tables) {
    sum.rows += rows
    sum.tableBytes += tableBytes
    sum.indexBytes += indexBytes
  }
  return sum
}
