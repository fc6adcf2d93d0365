import type { Permission } from './permissions.ts'

/** What an API token can be given rights to, as it is offered: all of one kind of thing. */
export type PermissionGroup = {
  key: string
  label: string
  /** to look at it */
  read: readonly Permission[]
  /** to change it, beyond looking */
  change: readonly Permission[]
}

const READING = /:(list|get)$/

/**
 * Permissions sorted by the thing they are about; groups with nothing in them are left out.
 * @param labels what each thing is called, by the part before the colon; others are left out
 */
export function groupPermissions(
  permissions: readonly Permission[],
  labels: ReadonlyMap<string, string>,
): PermissionGroup[] {
  return [...labels].flatMap(([key, label]) => {
    const own = permissions.filter((permission) => permission.startsWith(`${key}:`))
    const read = own.filter((permission) => READING.test(permission))
    const change = own.filter((permission) => !READING.test(permission))
    return own.length > 0 ? [{ key, label, read, change }] : []
  })
}
