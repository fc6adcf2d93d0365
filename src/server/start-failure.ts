import { EnvError } from '#src/env.ts'
import { StartupError } from '#src/db/server/embedded-postgres/startup-error.ts'
import { SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'

const databaseRefusals = new Map<string, string>([
  [SQLSTATE.invalidPassword, 'The database refused the user or password in DATABASE_URL.'],
  [SQLSTATE.invalidAuthorization, 'The database refused the user or password in DATABASE_URL.'],
  [
    SQLSTATE.invalidCatalogName,
    'The database named in DATABASE_URL does not exist. Create it, or correct the name.',
  ],
  [
    SQLSTATE.insufficientPrivilege,
    'The user in DATABASE_URL lacks rights: it needs CREATEROLE, and CREATE on the database.',
  ],
  [SQLSTATE.diskFull, 'The disk of the database is full. Make room and start again; nothing is lost.'],
])

/** One clear sentence about why Berth did not start, and what to do about it. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof EnvError) return error.message
  if (error instanceof StartupError) return [error.message, error.hint].filter(Boolean).join('\n')
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Set PORT to a free one, or stop the other.'
  if (code === 'EACCES')
    return `No right to use ${pathOf(error)}. Give it to this user, or choose another place.`
  if (code === 'ENOSPC') return 'The disk is full. Make room and start again; nothing is lost.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH' || code === 'ETIMEDOUT') {
    return 'No database answers at DATABASE_URL. Check host and port, and that PostgreSQL runs.'
  }
  const state = sqlstateOf(error)
  const known = state === undefined ? undefined : databaseRefusals.get(state)
  if (known) return known
  return error instanceof Error
    ? `Berth could not start: ${error.message}\n${error.stack ?? ''}`
    : String(error)
}

function codeOf(error: unknown): string | undefined {
  for (
    let current = error, depth = 0;
    current instanceof Error && depth < 5;
    current = current.cause, depth += 1
  ) {
    if ('code' in current && typeof current.code === 'string' && /^E[A-Z]+$/.test(current.code))
      return current.code
    if (current instanceof AggregateError && current.errors.length > 0) return codeOf(current.errors[0])
  }
  return undefined
}

function pathOf(error: unknown): string {
  if (error instanceof Error && 'path' in error) return String(error.path)
  if (error instanceof Error && 'port' in error) return `port ${String(error.port)}`
  return 'a file'
}
