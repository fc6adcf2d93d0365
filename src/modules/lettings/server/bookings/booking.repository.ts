import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import type { Stay } from '../../stay.ts'
import type { PropertyRate } from './price-stay.ts'

/**
 * Lets bookings of the same properties come one after the other, so that each sees what the one before has written. Two
 * that only waited for each other's rows at the exclusion constraint would end in a deadlock instead.
 * @param ids of properties
 */
export async function lockProperties(tx: TenantTx, ids: readonly string[]): Promise<void> {
  // Everybody locks in the same order.
  const ordered = [...new Set(ids)].toSorted()
  await queryIn(tx)({
    text: `select pg_advisory_xact_lock(hashtextextended(id, 0))::text from unnest($1::text[]) id`,
    values: [ordered],
  })
}

/** What a property costs; the engine has locked it, so it is there. */
export async function readRate(tx: TenantTx, propertyId: string): Promise<PropertyRate> {
  const [rate] = await queryIn(tx)<PropertyRate>({
    text: `select nightly_rate_cents as "nightlyRateCents", currency from properties where id = $1::uuid`,
    values: [propertyId],
  })
  if (!rate) throw new Error('A booking refers to a property that is out of reach.')
  return rate
}

/** More nights than this help nobody in an answer. */
const MOST_NIGHTS = 100

type Wanted = Stay & {
  propertyId: string
  /** a booking that is about to move */
  exceptId: string | null
}

/** The nights of a stay that others have, in their order, the first hundred of them. */
export async function listTakenNights(query: RunQuery, wanted: Wanted): Promise<string[]> {
  const { propertyId, checkIn, checkOut, exceptId } = wanted
  const nights = await query<{ night: string }>({
    text: `select night::date::text as night from bookings,
        generate_series(greatest(check_in, $2::date), least(check_out, $3::date) - 1, interval '1 day') night
      where property_id = $1::uuid and deleted_at is null and status <> 'cancelled'
        and id is distinct from $4::uuid and daterange(check_in, check_out) && daterange($2::date, $3::date)
      order by 1 limit ${MOST_NIGHTS}`,
    values: [propertyId, checkIn, checkOut, exceptId],
  })
  return nights.map(({ night }) => night)
}

/** The first stay as long as the one that is wanted, no earlier than it, all of whose nights are free. */
export async function findNextStay(query: RunQuery, wanted: Wanted & { nights: number }): Promise<Stay> {
  const { propertyId, checkIn, nights, exceptId } = wanted
  const [next] = await query<Stay>({
    // A free stretch begins on the day that was wanted, or when somebody leaves.
    text: `with taken as (
        select check_in, check_out from bookings
        where property_id = $1::uuid and deleted_at is null and status <> 'cancelled'
          and id is distinct from $4::uuid and check_out > $2::date)
      select start::text as "checkIn", (start + $3::int)::text as "checkOut"
      from (select $2::date as start union select check_out from taken) starts
      where not exists (select from taken where check_in < start + $3::int and check_out > start)
      order by start limit 1`,
    values: [propertyId, checkIn, nights, exceptId],
  })
  if (!next) throw new Error('After the last booking of a property everything is free.')
  return next
}
