import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

type ErrorTarget<TValues extends FieldValues> = Pick<UseFormReturn<TValues>, 'setError'> & {
  getValues: () => TValues
}

/**
 * Puts the server's answer onto the form: each path's sentences at its field, focus on the first. Paths that the form
 * does not have, and the empty path, show in the summary as errors of the whole form.
 */
export function applyServerErrors<TValues extends FieldValues>(
  form: ErrorTarget<TValues>,
  fieldErrors: Record<string, readonly string[]>,
): void {
  const values = form.getValues()
  let focused = false
  for (const [path, sentences] of Object.entries(fieldErrors)) {
    const message = sentences.join(' ')
    if (!message) continue
    const isField = path !== '' && hasPath(values, path)
    const name = (isField ? path : 'root.server') as FieldPath<TValues>
    form.setError(name, { type: 'server', message }, { shouldFocus: isField && !focused })
    if (isField) focused = true
  }
}

/** Whether the form's values know the path, even if its value is undefined. */
export function hasPath(values: unknown, path: string): boolean {
  let current = values
  for (const key of path.split('.')) {
    if (!current || typeof current !== 'object' || !(key in current)) return false
    current = Reflect.get(current, key)
  }
  return true
}
