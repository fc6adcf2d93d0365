import { camelCase } from './naming.ts'

/** The procedures every resource has. `update` changes the fields it is given, `replace` the whole record. */
export type RecordProcedure = 'list' | 'get' | 'create' | 'update' | 'replace' | 'delete'

/** Where a procedure of a resource lies on the router: `petCare.pets.list`. */
export function procedurePath(moduleId: string, resourceName: string, procedure: RecordProcedure): string {
  return `${camelCase(moduleId)}.${camelCase(resourceName)}.${procedure}`
}

/** A record as generic screens handle it: the field names come from the declaration. */
export type AnyRecord = { id: string; createdAt: string; updatedAt: string } & Record<string, unknown>
