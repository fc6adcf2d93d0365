import type { Resource } from '../define-resource.ts'

/** The resource a screen is about, and the module it belongs to. */
export type RecordTarget = { moduleId: string; resource: Resource }

/** Where a resource's table lives in a workspace, or one of its records; `new` stands for one still to be made. */
export function addressOf({ moduleId, resource }: RecordTarget, recordId?: string): string {
  const table = `/${moduleId}/${resource.name}`
  return recordId === undefined ? table : `${table}/${recordId}`
}

/** The last part of the address of a record that is still to be made. */
export const NEW_RECORD = 'new'
