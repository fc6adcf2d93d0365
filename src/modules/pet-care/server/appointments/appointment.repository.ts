import type { TenantTx } from '#src/db/server/database.ts'
import { queryIn, type RunQuery } from '#src/db/server/run-query.ts'
import { occupyingStatuses } from '../../resources/appointments.ts'
import type { BookingLength } from '../schedule/free-slots.ts'

/** What a booking follows from: the pet, what is done to it, and by whom. */
export type BookingFacts = {
  pet: { name: string; ownerId: string }
  service: BookingLength & { name: string; requiresVaccination: boolean; requiredSkills: string[] }
  staff: { name: string; skills: string[] }
}

/** Records that the engine has locked, so they are there. */
export async function readBookingFacts(
  tx: TenantTx,
  { petId, serviceId, staffId }: { petId: string; serviceId: string; staffId: string },
): Promise<BookingFacts> {
  const [facts] = await queryIn(tx)<BookingFacts>({
    text: `select json_build_object('name', p.name, 'ownerId', p.owner_id) as pet,
        json_build_object('name', s.name, 'durationMinutes', s.duration_minutes,
          'bufferBeforeMinutes', s.buffer_before_minutes, 'bufferAfterMinutes', s.buffer_after_minutes,
          'requiresVaccination', s.requires_vaccination, 'requiredSkills', s.required_skills) as service,
        json_build_object('name', w.name, 'skills', w.skills) as staff
      from pets p, services s, staff w where p.id = $1::uuid and s.id = $2::uuid and w.id = $3::uuid`,
    values: [petId, serviceId, staffId],
  })
  if (!facts) throw new Error('An appointment refers to records that are out of reach.')
  return facts
}

/** Whose time a booking takes, and when; buffers included. */
export type Occupation = {
  staffId: string
  resourceId: string | null
  occupiedFrom: string
  occupiedUntil: string
  /** the appointment itself, when it is there already */
  id: string | null
}

/** Which constraint a booking would violate, as far as others can be seen. It is these that decide in the end. */
export async function findConflict(
  query: RunQuery,
  { staffId, resourceId, occupiedFrom, occupiedUntil, id }: Occupation,
): Promise<string | null> {
  const [found] = await query<{ conflict: string }>({
    // Appointments and their buffers last a day each at most.
    text: `select case when staff_id = $1::uuid then 'appointments_staff_free' else 'appointments_resource_free' end
        as conflict
      from appointments
      where (staff_id = $1::uuid or resource_id = $2::uuid) and id is distinct from $5::uuid
        and occupied_from > $3::timestamptz - interval '3 days' and occupied_from < $4::timestamptz
        and occupied_until > $3::timestamptz and deleted_at is null and status = any($6::text[])
      order by staff_id = $1::uuid desc limit 1`,
    values: [staffId, resourceId, occupiedFrom, occupiedUntil, id, [...occupyingStatuses]],
  })
  return found?.conflict ?? null
}

/**
 * Lets bookings of the same people and resources come one after the other, so that the exclusion constraints see what
 * the one before has written. Two that only waited for each other's rows would end in a deadlock instead.
 * @param ids of staff members and resources
 */
export async function lockDiaries(tx: TenantTx, ids: readonly string[]): Promise<void> {
  // Everybody locks in the same order.
  const ordered = [...new Set(ids)].toSorted()
  await queryIn(tx)({
    text: `select pg_advisory_xact_lock(hashtextextended(id, 0))::text from unnest($1::text[]) id`,
    values: [ordered],
  })
}

/** True when the pet has a vaccination that counts on `day` (YYYY-MM-DD). */
export async function isVaccinatedOn(query: RunQuery, petId: string, day: string): Promise<boolean> {
  const found = await query({
    text: `select from vaccination_records where pet_id = $1::uuid and deleted_at is null
        and date <= $2::date and (expiry_date is null or expiry_date >= $2::date) limit 1`,
    values: [petId, day],
  })
  return found.length > 0
}
