import type { Resource } from '../../define-resource.ts'

/** Where files for a field are posted to. */
export function uploadAddress({ name }: Pick<Resource, 'name'>, field: string): string {
  return `/api/v1/${name}/files/${field}`
}

/** Where the file in a field of a record is got from. */
export function downloadAddress(
  { name }: Pick<Resource, 'name'>,
  { id, field }: { id: string; field: string },
): string {
  return `/api/v1/${name}/${id}/files/${field}`
}
