import { isDeepStrictEqual } from 'node:util'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { inSentence } from '../fields/field.ts'
import type { Module } from '../define-module.ts'
import type { Resource } from '../define-resource.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { Row } from './record-delegate.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * An id that may address a record. One that is malformed addresses nothing, just like an unknown one.
 * @throws AppError NOT_FOUND
 */
export function requireId({ singular }: Resource, id: string): string {
  const lower = id.toLowerCase()
  if (!UUID.test(lower)) throw recordNotFound(singular)
  return lower
}

/** The answer for a record that is unknown, deleted or of another tenant: these cannot be told apart. */
export function recordNotFound(singular: string): AppError {
  return new AppError('NOT_FOUND', { message: `This ${singular} does not exist.` })
}

/**
 * Checks what no single field can know.
 * @throws AppError VALIDATION_FAILED with a sentence at every field whose rule is broken
 */
export function requireRules(resource: Resource, values: Row): void {
  const fields: Record<string, string[]> = {}
  for (const rule of resource.rules) {
    if (!rule.holds(values)) (fields[rule.field] ??= []).push(rule.sentence)
  }
  if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { details: { fields } })
}

/**
 * Refuses to overwrite a change that the caller has not seen.
 * @throws AppError CONFLICT
 */
export function requireUnchanged({ singular }: Resource, before: AnyRecord, seen: string | undefined): void {
  if (seen === undefined || Date.parse(seen) === Date.parse(before.updatedAt)) return
  throw new AppError('CONFLICT', {
    message: `Somebody changed this ${singular} in the meantime.`,
    details: { updatedAt: before.updatedAt },
  })
}

/** What of `values` differs from `before`. */
export function changesOf(before: Row, values: Row): Row {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== undefined && !isDeepStrictEqual(value, before[name]),
    ),
  )
}

/** A reference to a record that is unknown, deleted or of another tenant. */
export function unknownReference(field: string, { singular }: Resource): AppError {
  return fieldError(field, `This ${inSentence(singular)} does not exist.`)
}

/** Every field of the module that refers to records of `resource`. */
export function listReferring(
  module: Pick<Module, 'resources'>,
  { name }: Resource,
): { resource: Resource; field: string }[] {
  return module.resources.flatMap((resource) =>
    Object.entries(resource.fields)
      .filter(([, field]) => field.kind === 'reference' && field.to === name)
      .map(([field]) => ({ resource, field })),
  )
}

/** Why a record that others refer to stays: "Bella Smith still has 2 pets." */
export function stillReferenced(label: string, resource: Resource, count: number): AppError {
  const what = count === 1 ? `1 ${resource.singular}` : `${count} ${resource.plural}`
  const them = count === 1 ? 'it' : 'them'
  return new AppError('STILL_REFERENCED', {
    message: `${label} still has ${what}. Move or delete ${them} first.`,
    details: { resource: resource.name, count },
  })
}
