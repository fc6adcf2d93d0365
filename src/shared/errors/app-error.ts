import { errorCatalogue, type ErrorCode, type ErrorDetails } from './catalogue.ts'

/** An expected failure with a code of the catalogue. Its message and details may be shown to the caller. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  constructor(code: ErrorCode, options: { message?: string; details?: ErrorDetails; cause?: unknown } = {}) {
    super(options.message ?? errorCatalogue[code].message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details
  }

  get status(): number {
    return errorCatalogue[this.code].status
  }
}

/** A validation failure on one named field. */
export function fieldError(path: string, sentence: string, code: ErrorCode = 'VALIDATION_FAILED'): AppError {
  return new AppError(code, { details: { fields: { [path]: [sentence] } } })
}
