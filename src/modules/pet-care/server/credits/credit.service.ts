import { appendRecordAudit } from '#src/audit/server/append-audit.repository.ts'
import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { appendEntry } from '#src/resources/server/ledger.repository.ts'
import type { RecordCaller } from '#src/resources/server/record-caller.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import { creditEntries } from '../../resources/credit-entries.ts'
import { packagePurchases } from '../../resources/package-purchases.ts'
import { localDay } from '../schedule/working-spans.ts'
import { creditLedger, findPurchase, listUsedCredits, lockAppointment } from './credit.repository.ts'

/** As for changes of records: many that pay at once wait for one row. */
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 }

type Spending = { purchaseId: string; appointmentId: string | null }
/** What a credit was spent on, and how many are left on the package. */
export type SpentCredit = Spending & { id: string; creditsLeft: number }

/**
 * Pays for one appointment with a credit of a package, or for a visit without one.
 * @throws AppError INSUFFICIENT_BALANCE when none is left, ALREADY_EXISTS when the appointment is paid with a credit,
 *   VALIDATION_FAILED for a package that is unknown, of another owner, or not valid on that day
 */
export async function spendCredit(
  db: TenantDb,
  caller: RecordCaller,
  spending: Spending,
): Promise<SpentCredit> {
  const spent = await db.$transaction(async (tx) => {
    const appointment = await requirePayable(tx, spending.appointmentId)
    const purchase = await findPurchase(tx, spending.purchaseId)
    if (!purchase) throw fieldError('purchaseId', 'This package purchase does not exist.')
    if (appointment && appointment.ownerId !== purchase.ownerId)
      throw fieldError('appointmentId', 'This appointment is of another owner.')
    const day = localDay(appointment?.scheduledStart.getTime() ?? Date.now(), caller.timeZone)
    if (purchase.expiresOn !== null && day > purchase.expiresOn)
      throw fieldError('purchaseId', `This package was valid until ${purchase.expiresOn}.`)
    // The ledger decides; what is seen to be empty already need not wait for its turn there.
    if (purchase.creditsLeft < 1) throw new AppError('INSUFFICIENT_BALANCE')
    const { id, balance } = await addEntry(tx, { caller, spending, amount: -1, reason: 'use' })
    const answer = { ...spending, id, creditsLeft: balance }
    await caller.idempotentCall?.finishInTenant(tx, answer)
    return answer
  }, TRANSACTION)
  caller.announceChange?.({ resource: packagePurchases.name, id: spending.purchaseId })
  caller.announceChange?.({ resource: creditEntries.name, id: spent.id })
  return spent
}

/** Gives back the credits that an appointment has used. */
export async function returnCredits(
  tx: TenantTx,
  caller: RecordCaller,
  appointmentId: string,
): Promise<void> {
  for (const { purchaseId, credits } of await listUsedCredits(tx, appointmentId)) {
    await addEntry(tx, { caller, spending: { purchaseId, appointmentId }, amount: credits, reason: 'return' })
  }
}

async function requirePayable(tx: TenantTx, appointmentId: string | null) {
  if (appointmentId === null) return null
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw fieldError('appointmentId', 'This appointment does not exist.')
  if (appointment.status === 'cancelled') throw fieldError('appointmentId', 'This appointment is cancelled.')
  if (appointment.creditsUsed > 0)
    throw new AppError('ALREADY_EXISTS', { message: 'This appointment is paid with a credit already.' })
  return appointment
}

type Entry = { caller: RecordCaller; spending: Spending; amount: number; reason: 'use' | 'return' }

async function addEntry(tx: TenantTx, { caller, spending, amount, reason }: Entry) {
  const { purchaseId, appointmentId } = spending
  const written = await appendEntry(tx, creditLedger, {
    accountId: purchaseId,
    amount,
    values: {
      appointmentId: { value: appointmentId, type: 'uuid' },
      reason: { value: reason, type: 'text' },
    },
  })
  await appendRecordAudit(tx, caller.actor, {
    action: `${creditEntries.name}.create`,
    resource: { type: creditEntries.name, id: written.id },
    details: { label: reason, after: { ...spending, amount, reason } },
    secretFields: [],
  })
  return written
}
