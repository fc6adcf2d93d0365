import { fieldError } from '#src/shared/errors/app-error.ts'
import { ownField } from '../own.ts'
import type { Row } from './record-delegate.ts'
import type { RecordTarget } from './record-target.ts'

/** A whole record of somebody who reaches only their own belongs to them when it does not say to whom. */
export function withOwner({ resource, ownerId }: RecordTarget, values: Row): Row {
  const { own } = resource
  if (ownerId === null || own === null || !('field' in own)) return values
  return { ...values, [own.field]: values[own.field] ?? ownerId }
}

/**
 * Keeps somebody who reaches only their own records from making one for somebody else, or giving one away.
 * A record that is referred to is looked up within their reach when it is locked.
 * @throws AppError VALIDATION_FAILED
 */
export function requireOwnValues({ resource, ownerId }: RecordTarget, values: Row): void {
  const { own } = resource
  if (ownerId === null || own === null) return
  const name = ownField(own)
  const value = values[name]
  if (value === undefined) return
  const isOwn = 'field' in own ? value === ownerId : typeof value === 'string'
  if (!isOwn) throw fieldError(name, `This ${resource.singular} must be yours.`)
}
