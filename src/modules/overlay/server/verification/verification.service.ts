import { createSecretToken, hashSecretToken, isSecretToken } from '#src/auth/server/secret-token.ts'
import type { TenantDb } from '#src/db/server/database.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import type { CheckCodeInput, NewCode, OpenedSession, ViewerSession } from '../../verification.ts'
import { provideViewer, requireViewer } from '../require-viewer.ts'
import { withChanges } from '../with-changes.ts'
import { createCode, hashCode, isSameHash } from './verification-code.ts'
import {
  countCodes,
  endSessions,
  findSession,
  insertCode,
  insertSession,
  spendCode,
  takeAttempt,
} from './verification.repository.ts'

const RESOURCE = 'viewer-sessions'
const CODE_MINUTES = 10
const MAX_ATTEMPTS = 5
/** With five attempts each, an hour has thirty of a million. */
const CODES_PER_HOUR = 6
const SESSION_DAYS = 30
const DAY_MS = 86_400_000

type Issuer = { caller: RecordCaller; authSecret: string }

/**
 * Makes a code that a viewer proves their user name with; earlier ones of that name are worth nothing from now on.
 * @throws AppError RATE_LIMITED
 */
export function createViewerCode(
  db: TenantDb,
  { caller, authSecret }: Issuer,
  username: string,
): Promise<NewCode> {
  const { tenantId } = caller
  return withChanges(db, caller, async (tx, { note }) => {
    if ((await countCodes(tx, username)) >= CODES_PER_HOUR) {
      throw new AppError('RATE_LIMITED', { details: { retryAfterSeconds: 600 } })
    }
    const code = createCode()
    const id = newId()
    const codeHash = hashCode({ authSecret, tenantId, username, code })
    const expiresAt = await insertCode(tx, { id, tenantId, username, codeHash, minutes: CODE_MINUTES })
    await note({ resource: 'verification-codes', id, action: 'create', label: username })
    return { code, expiresAt: expiresAt.toISOString() }
  })
}

/**
 * Uses a code up and opens a session for its viewer; a user name that nobody has yet becomes a viewer.
 * @throws AppError VALIDATION_FAILED for a code that is wrong, used, too old, or was tried too often: these cannot be
 *   told apart
 */
export async function checkViewerCode(
  db: TenantDb,
  { caller, authSecret }: Issuer,
  { username, code }: CheckCodeInput,
): Promise<OpenedSession> {
  const { tenantId } = caller
  // Counted before anything is compared, and for good: what follows may fail.
  const tried = await takeAttempt(db, { username, attempts: MAX_ATTEMPTS })
  const given = hashCode({ authSecret, tenantId, username, code })
  const isRight = isSameHash(tried?.codeHash ?? given.split('').reverse().join(''), given)
  if (!tried || !isRight) throw wrongCode()
  return withChanges(db, caller, async (tx, notes) => {
    if (!(await spendCode(tx, tried.id))) throw wrongCode()
    const viewer = await provideViewer(tx, { username }, { caller, notes })
    const sessionToken = createSecretToken()
    const expiresAt = new Date(Date.now() + SESSION_DAYS * DAY_MS)
    const id = newId()
    await insertSession(tx, {
      id,
      tenantId,
      viewerId: viewer.id,
      tokenHash: hashSecretToken(sessionToken),
      expiresAt,
    })
    await notes.note({ resource: RESOURCE, id, action: 'create', label: viewer.username })
    return { viewer, sessionToken, expiresAt: expiresAt.toISOString() }
  })
}

/** Whose session a token opens. @throws AppError NOT_FOUND for one that never was or has ended */
export async function getViewerSession(db: TenantDb, sessionToken: string): Promise<ViewerSession> {
  const found = isSecretToken(sessionToken) ? await findSession(db, hashSecretToken(sessionToken)) : null
  if (!found) throw new AppError('NOT_FOUND', { message: 'This session has ended.' })
  return { viewer: found.viewer, expiresAt: found.expiresAt.toISOString() }
}

/** Ends all sessions of a viewer. @throws AppError NOT_FOUND */
export function endViewerSessions(
  db: TenantDb,
  caller: RecordCaller,
  viewerId: string,
): Promise<{ ended: number }> {
  return withChanges(db, caller, async (tx, { note }) => {
    const viewer = await requireViewer(tx, { viewerId })
    const ended = await endSessions(tx, viewer.id)
    const after = { ended }
    await note({ resource: RESOURCE, id: viewer.id, action: 'delete', label: viewer.username, after })
    return { ended }
  })
}

function wrongCode(): AppError {
  return fieldError('code', 'This code is not right, or not valid any more.')
}
