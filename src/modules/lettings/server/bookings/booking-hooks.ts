import type { TenantDb, TenantTx } from '#src/db/server/database.ts'
import { queryIn } from '#src/db/server/run-query.ts'
import type { Role } from '#src/auth/identity.ts'
import type { RecordHooks, RecordWrite, RefusedWrite } from '#src/resources/server/record-hooks.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import { fieldError, type AppError } from '#src/shared/errors/app-error.ts'
import { bookings } from '../../resources/bookings.ts'
import { properties } from '../../resources/properties.ts'
import { createBookingConflict, requireFreeNights } from './booking-conflict.ts'
import { lockProperties, readRate } from './booking.repository.ts'
import { asBooking, priceOf } from './booking-values.ts'
import { isAgreed, priceStay } from './price-stay.ts'

/** The constraint that keeps two guests from having the same night. */
const NIGHTS_FREE = 'bookings_nights_free'

/** What says which nights a booking takes. */
const PLACE = ['propertyId', 'checkIn', 'checkOut']

/** The rules of bookings: docs/lettings.md. */
export const bookingHooks: RecordHooks = {
  errors: ['BOOKING_CONFLICT'],
  prepare: prepareBooking,
  explain: explainConflict,
}

async function prepareBooking(tx: TenantTx, { before, values, changes, caller }: RecordWrite): Promise<Row> {
  const booking = asBooking(values)
  const { propertyId } = booking
  const earlier = before && asBooking(before)
  if (PLACE.some((name) => name in changes))
    await requireFreeNights(queryIn(tx), { ...booking, exceptId: before?.id ?? null })
  await lockProperties(tx, earlier ? [propertyId, earlier.propertyId] : [propertyId])
  const price = priceStay(
    {
      stay: booking,
      before: earlier && priceOf(earlier),
      isMoved: 'propertyId' in changes,
      total: 'totalCents' in changes ? booking.totalCents : undefined,
    },
    await readRate(tx, propertyId),
  )
  if (price.totalCents > bookings.fields.totalCents.max)
    throw fieldError('checkOut', 'So many nights cost more than an amount can be.')
  if (typeof changes['totalCents'] === 'number' && isAgreed(price) && !mayAgree(caller.role))
    throw fieldError('totalCents', 'Leave this empty. Another total than that of the nights takes a manager.')
  return price
}

/** Who sets prices may agree on another one. */
function mayAgree(role: Role): boolean {
  const roles: readonly Role[] = properties.permissions.update
  return roles.includes(role)
}

async function explainConflict(
  db: TenantDb,
  { constraint, values, id }: RefusedWrite,
): Promise<AppError | undefined> {
  return constraint === NIGHTS_FREE
    ? createBookingConflict(queryIn(db), { ...asBooking(values), exceptId: id })
    : undefined
}
