import { errorCatalogue, type ErrorCode, type ErrorDetails } from './catalogue.ts'

/** What is away for a moment is worth another try after this. */
const OUTAGE_SECONDS = 2

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

  /** Seconds after which the same may succeed, as the header Retry-After says it; null when waiting is of no use. */
  get retryAfterSeconds(): number | null {
    const known = this.details?.['retryAfterSeconds']
    if (typeof known === 'number') return known
    return this.status === 503 ? OUTAGE_SECONDS : null
  }
}

/** A validation failure on one named field. */
export function fieldError(path: string, sentence: string, code: ErrorCode = 'VALIDATION_FAILED'): AppError {
  return new AppError(code, { details: { fields: { [path]: [sentence] } } })
}
