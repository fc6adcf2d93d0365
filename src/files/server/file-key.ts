const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/

/** The key of a file. @throws RangeError when an id is none */
export function fileKey(tenantId: string, fileId: string): string {
  return requireKey(`${tenantId}/${fileId}`)
}

/** @throws RangeError for what is no key */
export function requireKey(key: string): string {
  if (!KEY.test(key)) throw new RangeError('A key of the file store is made of two ids.')
  return key
}
