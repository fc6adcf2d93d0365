/** A reason why the server cannot start: one sentence for the operator, and the way out in `hint`. */
export class StartupError extends Error {
  readonly hint: string

  constructor(message: string, options: { hint: string; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'StartupError'
    this.hint = options.hint
  }
}
