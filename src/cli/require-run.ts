import type { PlatformDb } from '#src/db/server/database.ts'
import type { RunRow } from '#src/provisioning/run-list.ts'
import { getRun } from '#src/provisioning/server/run-list.repository.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { isId } from '#src/shared/ids.ts'
import { CommandFailure, EXIT } from './exit.ts'

/**
 * The run somebody names by its id.
 * @throws CommandFailure when there is none
 */
export async function requireRun(db: PlatformDb, id: string): Promise<RunRow> {
  const unknown = new CommandFailure(
    `There is no run ${id}. \`berth runs list\` shows their ids.`,
    EXIT.usage,
  )
  if (!isId(id)) throw unknown
  return getRun(db, id).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'NOT_FOUND' ? unknown : error
  })
}

/** Says a refusal of the catalogue in its own words. @throws CommandFailure for one, and whatever else was thrown */
export function explainRefusal(error: unknown): never {
  if (error instanceof AppError) throw new CommandFailure(`${error.message} (${error.code})`)
  throw error
}
