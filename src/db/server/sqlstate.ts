import { AppError } from '#src/shared/errors/app-error.ts'

/** SQLSTATE codes this project reacts to. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
export const SQLSTATE = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  notNullViolation: '23502',
  numericValueOutOfRange: '22003',
  exclusionViolation: '23P01',
  restrictViolation: '23001',
  insufficientPrivilege: '42501',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
  adminShutdown: '57P01',
  crashShutdown: '57P02',
  cannotConnectNow: '57P03',
  tooManyConnections: '53300',
  diskFull: '53100',
  outOfMemory: '53200',
  duplicateSchema: '42P06',
  undefinedTable: '42P01',
  undefinedColumn: '42703',
  undefinedFunction: '42883',
  duplicateObject: '42710',
  invalidPassword: '28P01',
  invalidAuthorization: '28000',
  invalidCatalogName: '3D000',
} as const

const transientStates = new Set<string>([
  SQLSTATE.serializationFailure,
  SQLSTATE.deadlockDetected,
  SQLSTATE.lockNotAvailable,
  SQLSTATE.adminShutdown,
  SQLSTATE.crashShutdown,
  SQLSTATE.cannotConnectNow,
  SQLSTATE.tooManyConnections,
])
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Unable to start a transaction in the given time|Client has encountered a connection error/

/** Prisma's adapter wraps the driver's error; the causes are searched for the first one that carries a code. */
function* causes(error: unknown): Generator<Record<string, unknown>> {
  let current: unknown = error
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const node = current as Record<string, unknown>
    yield node
    const meta = node['meta'] as Record<string, unknown> | undefined
    current = node['cause'] ?? meta?.['driverAdapterError']
  }
}

/** The SQLSTATE inside an error of pg or Prisma, if there is one. */
export function sqlstateOf(error: unknown): string | undefined {
  for (const node of causes(error)) {
    const code = node['originalCode'] ?? node['code']
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code
  }
  return undefined
}

/** The constraint that was violated, if the error names one. */
export function constraintOf(error: unknown): string | undefined {
  for (const node of causes(error)) {
    const constraint = node['constraint']
    if (typeof constraint === 'string') return constraint
    if (typeof constraint === 'object' && constraint !== null && 'index' in constraint) {
      return String(constraint.index)
    }
    const message = node['originalMessage'] ?? node['message']
    const named = typeof message === 'string' ? /constraint "([^"]+)"/.exec(message) : null
    if (named?.[1]) return named[1]
  }
  return undefined
}

/** True when the database itself is away, as opposed to having refused a statement. */
export function isConnectionFailure(error: unknown): boolean {
  for (const node of causes(error)) {
    const { code, message, kind } = node
    if (typeof code === 'string' && (socketCodes.has(code) || code.startsWith('08'))) return true
    if (typeof message === 'string' && lostConnection.test(message)) return true
    if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'SocketTimeout')
      return true
  }
  const state = sqlstateOf(error)
  return (
    state === SQLSTATE.adminShutdown ||
    state === SQLSTATE.cannotConnectNow ||
    state === SQLSTATE.crashShutdown
  )
}

/** True when the same work may succeed when it is simply tried again. */
export function isTransient(error: unknown): boolean {
  const state = sqlstateOf(error)
  return (state !== undefined && transientStates.has(state)) || isConnectionFailure(error)
}

/**
 * What a database error means to a caller; anything not listed stays as it is and ends as INTERNAL.
 * Texts of the database never reach the caller.
 */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (isConnectionFailure(error)) return new AppError('DEPENDENCY_UNAVAILABLE', { cause: error })
  switch (sqlstateOf(error)) {
    case SQLSTATE.uniqueViolation:
      return new AppError('ALREADY_EXISTS', { cause: error })
    case SQLSTATE.foreignKeyViolation:
      return new AppError('STILL_REFERENCED', { cause: error })
    case SQLSTATE.serializationFailure:
    case SQLSTATE.deadlockDetected:
      return new AppError('CONFLICT', { cause: error })
    case SQLSTATE.tooManyConnections:
    case SQLSTATE.queryCanceled:
      return new AppError('DEPENDENCY_UNAVAILABLE', { cause: error })
    // Newer code meets an older schema; a mistake in a statement looks the same, so it is logged all the same.
    case SQLSTATE.undefinedTable:
    case SQLSTATE.undefinedColumn:
    case SQLSTATE.undefinedFunction:
      return new AppError('WORKSPACE_BEHIND', { cause: error })
    default:
      return error
  }
}
