import type { RunQuery } from '#src/db/server/run-query.ts'
import type { WeeklyHours } from '#src/resources/fields/availability.ts'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { toRecord } from '#src/resources/server/record-row.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import { ALIAS, recordSource } from '#src/resources/server/record-source.repository.ts'
import type { RecordTarget } from '#src/resources/server/record-target.ts'
import { collectValues } from '#src/resources/server/sql-values.ts'
import { occupyingStatuses } from '../../resources/appointments.ts'
import type { BookingLength } from './free-slots.ts'
import type { AppointmentsQuery } from './schedule-schemas.ts'
import type { Span } from './span.ts'

/** Every appointment that lies in a stretch of time, within the caller's reach, in the order of time. */
export async function findAppointments(
  query: RunQuery,
  target: RecordTarget,
  { from, to, staffId, resourceId }: AppointmentsQuery,
): Promise<AnyRecord[]> {
  const { values, bind } = collectValues()
  const source = recordSource(target, bind)
  const [first, last] = [bind(from, 'timestamptz'), bind(to, 'timestamptz')]
  const conditions = [
    source.visible,
    // No appointment is longer than a day: the index on the start finds those that have begun before.
    `${ALIAS}.scheduled_start >= ${first} - interval '1 day' and ${ALIAS}.scheduled_start < ${last}`,
    `${ALIAS}.scheduled_end > ${first}`,
    ...(staffId === undefined ? [] : [`${ALIAS}.staff_id = ${bind(staffId, 'uuid')}`]),
    ...(resourceId === undefined ? [] : [`${ALIAS}.resource_id = ${bind(resourceId, 'uuid')}`]),
  ]
  const text = `select coalesce(json_agg(found), '[]') as items from (
      select ${source.columns} from ${source.from} where ${conditions.join(' and ')}
      order by ${ALIAS}.scheduled_start, ${ALIAS}.id) found`
  const [found] = await query<{ items: Row[] }>({ text, values })
  return (found?.items ?? []).map((row) => toRecord(target, row))
}

export type ServiceFacts = BookingLength & { requiresVaccination: boolean; requiredSkills: string[] }

/** What a service asks for, unless there is no such service. */
export async function findService(query: RunQuery, serviceId: string): Promise<ServiceFacts | undefined> {
  const [service] = await query<ServiceFacts>({
    text: `select duration_minutes as "durationMinutes", buffer_before_minutes as "bufferBeforeMinutes",
        buffer_after_minutes as "bufferAfterMinutes", requires_vaccination as "requiresVaccination",
        required_skills as "requiredSkills"
      from services where id = $1::uuid and deleted_at is null`,
    values: [serviceId],
  })
  return service
}

export type StaffHours = { id: string; skills: string[]; availability: WeeklyHours }

/** Everybody who can be booked, or the one that is asked for, by name. */
export function listStaff(query: RunQuery, staffId: string | undefined): Promise<StaffHours[]> {
  return query<StaffHours>({
    text: `select id, skills, availability from staff
      where deleted_at is null and ($1::uuid is null or id = $1::uuid) order by name, id`,
    values: [staffId ?? null],
  })
}

/** What is taken in a stretch of time. */
export type TakenTime = { staffId: string; resourceId: string | null; petId: string; from: Date; until: Date }

/** Bookings with their buffers that lie in `range`. @param exceptId an appointment that is about to move */
export function listTakenTimes(
  query: RunQuery,
  { range, exceptId }: { range: Span; exceptId: string | null },
): Promise<TakenTime[]> {
  return query<TakenTime>({
    // Buffers of a day at most before and after an appointment of a day.
    text: `select staff_id as "staffId", resource_id as "resourceId", pet_id as "petId",
        occupied_from as "from", occupied_until as "until"
      from appointments
      where deleted_at is null and status = any($3::text[]) and id is distinct from $4::uuid
        and scheduled_start > $1::timestamptz - interval '2 days'
        and scheduled_start < $2::timestamptz + interval '1 day'
        and occupied_until > $1::timestamptz and occupied_from < $2::timestamptz
      order by occupied_from`,
    values: [
      new Date(range.from).toISOString(),
      new Date(range.until).toISOString(),
      [...occupyingStatuses],
      exceptId,
    ],
  })
}

/** When a pet's vaccinations count: first and last day (YYYY-MM-DD), without a last day for good. */
export type VaccinatedDays = { first: string; last: string | null }

export function listVaccinatedDays(query: RunQuery, petId: string): Promise<VaccinatedDays[]> {
  return query<VaccinatedDays>({
    text: `select date::text as first, expiry_date::text as last from vaccination_records
      where pet_id = $1::uuid and deleted_at is null`,
    values: [petId],
  })
}
