/** A reason why the server cannot start: one sentence for the operator, and the way out in `hint`. */
export class StartupError extends Error {
  readonly hint: string

  constructor(message: string, options: { hint: string; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'StartupError'
    this.hint = options.hint
  }
}

/** The data was made by another user, whose files we cannot read. */
export function createForeignDataError(path: string, cause: unknown): StartupError {
  return new StartupError(`The embedded database in ${path} belongs to another user of this machine.`, {
    hint: 'Start Berth as the user who started it first, or set BERTH_DATA_DIR to a folder of your own.',
    cause,
  })
}
