import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { toAppError } from '#src/db/server/sqlstate.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import {
  errorCatalogue,
  type ErrorBody,
  type ErrorCode,
  type ErrorDetails,
} from '#src/shared/errors/catalogue.ts'

/** tRPC's own failures, as far as they can reach a caller. */
const trpcCodes: Partial<Record<TRPCError['code'], ErrorCode>> = {
  BAD_REQUEST: 'BAD_REQUEST',
  PARSE_ERROR: 'BAD_REQUEST',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  PAYLOAD_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNSUPPORTED_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  TOO_MANY_REQUESTS: 'RATE_LIMITED',
  CLIENT_CLOSED_REQUEST: 'CLIENT_CLOSED_REQUEST',
}

/**
 * What a caller may know about a failure. Unexpected errors become INTERNAL without any of their text, an
 * answer that does not fit its own schema included.
 */
export function toCallError(error: unknown): AppError {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error
  if (cause instanceof ZodError) {
    const isInput = error instanceof TRPCError && error.code === 'BAD_REQUEST'
    return isInput
      ? new AppError('VALIDATION_FAILED', { details: { fields: fieldsOf(cause) }, cause })
      : new AppError('INTERNAL', { cause })
  }
  const known = toAppError(cause)
  if (known instanceof AppError) return known
  if (error instanceof TRPCError) return new AppError(trpcCodes[error.code] ?? 'INTERNAL', { cause: error })
  return new AppError('INTERNAL', { cause: error })
}

/** The error part of every answer, on tRPC and REST alike. */
export function formatCallError(error: unknown, requestId = ''): ErrorBody & { status: number } {
  const { code, message, details } = toCallError(error)
  return {
    status: errorCatalogue[code].status,
    error: { code, message, requestId, ...(details ? { details } : {}) },
  }
}

function fieldsOf(error: ZodError): NonNullable<ErrorDetails['fields']> {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.') || '(input)'
    ;(fields[path] ??= []).push(sentenceOf(issue.message))
  }
  return fields
}

/** The validator's own words are for programmers; declarations that care bring a sentence themselves. */
function sentenceOf(message: string): string {
  if (!/^(Invalid|Too|Unrecognized)\b/.test(message)) return message
  if (message.endsWith('received undefined')) return 'This is needed.'
  return message.startsWith('Unrecognized') ? 'There is no such field.' : 'This is not in the expected form.'
}
