import { AppError } from '#src/shared/errors/app-error.ts'
import { CommandFailure } from './exit.ts'

/** Says on the terminal what the product refuses, with the code to look up. @throws CommandFailure, or what else it was */
export function refusedAs(error: unknown): never {
  if (error instanceof AppError) throw new CommandFailure(`${error.message} (${error.code})`)
  throw error
}
