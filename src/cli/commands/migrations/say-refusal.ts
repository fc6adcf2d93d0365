import { AppError } from '#src/shared/errors/app-error.ts'
import { CommandFailure } from '../../exit.ts'

/** Tells an expected refusal as a sentence. @throws CommandFailure, or what it was given */
export function sayRefusal(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  const named = Object.values(error.details ?? {}).flat()
  throw new CommandFailure([error.message, ...named.map((name) => `  ${String(name)}`)].join('\n'))
}
