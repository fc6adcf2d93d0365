import { constraintOf, SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { fieldError } from '#src/shared/errors/app-error.ts'
import type { Resource } from '../define-resource.ts'

/**
 * Runs a write and turns a violated uniqueness that the resource declares into a sentence at its field.
 * @throws AppError ALREADY_EXISTS, or whatever `write` throws
 */
export async function withWriteErrors<T>(resource: Resource, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const constraint = sqlstateOf(error) === SQLSTATE.uniqueViolation ? constraintOf(error) : undefined
    const declared = constraint === undefined ? undefined : resource.unique[constraint]
    throw declared ? fieldError(declared.field, declared.sentence, 'ALREADY_EXISTS') : error
  }
}
