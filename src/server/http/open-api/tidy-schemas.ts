/** Formats that say all their pattern says, in fewer than three hundred characters. */
const KNOWN_FORMATS = new Set(['uuid', 'date', 'date-time', 'email', 'uri'])

/** Leaves out what zod adds to a schema and readers need not know: the pattern behind a format, and the safe integers. */
export function tidySchemas(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  if ('format' in node && KNOWN_FORMATS.has(String(node.format))) Reflect.deleteProperty(node, 'pattern')
  if ('minimum' in node && node.minimum === Number.MIN_SAFE_INTEGER) Reflect.deleteProperty(node, 'minimum')
  if ('maximum' in node && node.maximum === Number.MAX_SAFE_INTEGER) Reflect.deleteProperty(node, 'maximum')
  for (const part of Object.values(node) as unknown[]) tidySchemas(part)
}
