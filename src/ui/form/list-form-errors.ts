/** One thing wrong in a form. */
export interface FormError {
  /** Path of the field, empty for the form as a whole. */
  path: string
  message: string
}

/**
 * Flattens react-hook-form's error tree into one line per field, in the tree's order. Errors under `root` belong to
 * what contains them: the form itself (empty path) or a list field.
 */
export function listFormErrors(errors: object, path = ''): FormError[] {
  const found: FormError[] = []
  for (const [key, value] of Object.entries(errors)) {
    if (!isPlainTree(value)) continue
    const here = key === 'root' ? path : path ? `${path}.${key}` : key
    if ('type' in value && typeof value.type !== 'object') {
      found.push({ path: here, message: readMessage(value) })
    } else {
      found.push(...listFormErrors(value, here))
    }
  }
  return found
}

/** Leaves of the tree hold a reference to their input, which must not be walked into. */
function isPlainTree(value: unknown): value is object {
  if (!value || typeof value !== 'object') return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

function readMessage(leaf: object): string {
  return 'message' in leaf && typeof leaf.message === 'string' && leaf.message
    ? leaf.message
    : 'This entry is not valid'
}
