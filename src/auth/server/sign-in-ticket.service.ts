import { createHash, randomBytes } from 'node:crypto'
import type { PlatformTx } from '#src/db/server/database.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { createTicketRow, updateTicketUsed } from './sign-in-ticket.repository.ts'

const TICKET_BYTES = 32
const TICKET_LIFETIME_SECONDS = 60
const TICKET_SHAPE = /^[\w-]{43}$/

/**
 * A ticket with which one person can sign in to one workspace, once and within a minute. Session cookies
 * belong to one host: the ticket carries a sign-up over from the apex to the new workspace.
 * @returns the ticket; only its hash is stored
 */
export async function createTicket(
  db: PlatformTx,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<string> {
  const ticket = randomBytes(TICKET_BYTES).toString('base64url')
  await createTicketRow(db, {
    id: newId(),
    tokenHash: hashTicket(ticket),
    tenantId,
    userId,
    lifetimeSeconds: TICKET_LIFETIME_SECONDS,
  })
  return ticket
}

/**
 * Uses a ticket up.
 * @returns the id of the person it was made for
 * @throws AppError TOKEN_INVALID when it is unknown, used, expired or for another workspace.
 */
export async function redeemTicket(
  db: PlatformTx,
  { ticket, tenantId }: { ticket: string; tenantId: string },
): Promise<string> {
  const userId = TICKET_SHAPE.test(ticket)
    ? await updateTicketUsed(db, { tokenHash: hashTicket(ticket), tenantId })
    : null
  if (userId === null) throw new AppError('TOKEN_INVALID')
  return userId
}

/** A ticket is random enough that a plain hash cannot be searched. */
function hashTicket(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex')
}
