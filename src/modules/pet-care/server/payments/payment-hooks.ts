import type { TenantTx } from '#src/db/server/database.ts'
import type { RecordValues } from '#src/resources/record-types.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import type { RecordHooks, RecordWrite } from '#src/resources/server/record-hooks.ts'
import { AppError, fieldError } from '#src/shared/errors/app-error.ts'
import type { payments } from '../../resources/payments.ts'
import { isLead } from '../lead-roles.ts'
import { readOwners } from './payment.repository.ts'

type PaymentValues = RecordValues<(typeof payments)['fields']>

/** What is fixed once money has moved. */
const moneyFields = ['ownerId', 'type', 'amountCents', 'currency'] as const

/** The rules of payments: docs/pet-care.md. */
export const paymentHooks: RecordHooks = { prepare: preparePayment }

async function preparePayment(tx: TenantTx, { before, values, changes, caller }: RecordWrite): Promise<Row> {
  const payment = values as PaymentValues
  const earlier = before as PaymentValues | null
  requireMoneyOpen(earlier, changes)
  if (payment.status === 'refunded' && earlier?.status !== 'refunded' && !isLead(caller.role))
    throw new AppError('FORBIDDEN', { message: 'Only a manager gives money back.' })
  await requireSameOwner(tx, payment)
  return timesOf(earlier, payment)
}

/** @throws AppError VALIDATION_FAILED for a change of what was paid */
function requireMoneyOpen(earlier: PaymentValues | null, changes: Row): void {
  if (earlier?.status !== 'completed' && earlier?.status !== 'refunded') return
  const changed = moneyFields.find((name) => name in changes)
  if (changed)
    throw fieldError(changed, 'What was paid is not changed any more. Give it back and take it anew.')
}

/** @throws AppError VALIDATION_FAILED for an appointment or a package of somebody else */
async function requireSameOwner(tx: TenantTx, payment: PaymentValues): Promise<void> {
  const { ownerId, appointmentId, purchaseId } = payment
  const owners = await readOwners(tx, { appointmentId, purchaseId })
  if (owners.appointment !== null && owners.appointment !== ownerId)
    throw fieldError('appointmentId', 'This appointment is of another owner.')
  if (owners.purchase !== null && owners.purchase !== ownerId)
    throw fieldError('purchaseId', 'This package is of another owner.')
}

function timesOf(earlier: PaymentValues | null, { status }: PaymentValues): Row {
  if (earlier?.status === status) return {}
  const now = new Date().toISOString()
  if (status === 'completed') return { paidAt: now }
  return status === 'refunded' ? { refundedAt: now } : {}
}
