import type { FieldErrors } from 'react-hook-form'
import { listFormErrors } from '#src/ui/form/list-form-errors.ts'
import type { Resource } from '../define-resource.ts'
import type { FormValues } from './form-values.ts'

/**
 * The path of the input that answers for an error: a span of hours belongs to its day, a tag to its list.
 * `availability.monday.0.to` → `availability.monday`
 */
export function inputPathOf(resource: Resource, path: string): string {
  const [name = '', part] = path.split('.')
  return resource.fields[name]?.kind === 'availability' && part !== undefined ? `${name}.${part}` : name
}

/** Errors moved to the inputs that answer for them, the first one of each. */
export function errorsAtInputs(resource: Resource, errors: FieldErrors<FormValues>): FieldErrors<FormValues> {
  const moved: Record<string, unknown> = {}
  for (const { path, message } of listFormErrors(errors)) {
    const [name = '', part] = inputPathOf(resource, path).split('.')
    const error = { type: 'custom', message }
    if (part === undefined) moved[name] ??= error
    else moved[name] = { [part]: error, ...(moved[name] as object | undefined) }
  }
  return moved as FieldErrors<FormValues>
}

/** The server's sentences by the path of the input that answers for them. */
export function sentencesAtInputs(
  resource: Resource,
  fields: Readonly<Record<string, string[]>>,
): Record<string, string[]> {
  const moved: Record<string, string[]> = {}
  for (const [path, sentences] of Object.entries(fields)) {
    ;(moved[inputPathOf(resource, path)] ??= []).push(...sentences)
  }
  return moved
}
