import type { RunQuery } from '#src/db/server/run-query.ts'
import { recordNotFound } from '#src/resources/server/record-rules.ts'
import { services } from '../../resources/services.ts'
import { listLackingSkills } from '../appointments/plan-rules.ts'
import { findFreeSlots, type Candidate } from './free-slots.ts'
import type { Slot, SlotsQuery } from './schedule-schemas.ts'
import {
  findService,
  listStaff,
  listTakenTimes,
  listVaccinatedDays,
  type ServiceFacts,
  type StaffHours,
  type TakenTime,
  type VaccinatedDays,
} from './schedule.repository.ts'
import type { Span } from './span.ts'
import { listWorkingSpans, localDay } from './working-spans.ts'

const DAY_MS = 86_400_000
/** How far a refused booking looks for other times, and how many it offers. */
const NEXT = { days: 14, limit: 5 }

type Asked = Omit<SlotsQuery, 'from' | 'to'> & {
  range: Span
  /** IANA name of the tenant's time zone */
  timeZone: string
  /** when it is to take longer or shorter than the service does */
  durationMinutes?: number | null
  /** an appointment that is about to move and is in nobody's way */
  exceptId?: string | null
}

/**
 * Free times of a service: with staff who have its skills, within their working hours by the tenant's clock, where
 * neither they nor the resource nor the pet are booked, and on days on which the pet may come.
 * @throws AppError NOT_FOUND for an unknown service
 */
export async function listSlots(query: RunQuery, asked: Asked): Promise<Slot[]> {
  const { serviceId, staffId, petId, resourceId = null, timeZone, limit, exceptId = null } = asked
  const range = { ...asked.range, from: Math.max(asked.range.from, Date.now()) }
  const service = await findService(query, serviceId)
  if (!service) throw recordNotFound(services.singular)
  // What begins at the end of the range is in the way of what comes before, and the buffers with it.
  const reach = { from: range.from - 2 * DAY_MS, until: range.until + 3 * DAY_MS }
  const taken = await listTakenTimes(query, { range: reach, exceptId })
  const people = await listStaff(query, staffId)
  const vaccinated = service.requiresVaccination && petId ? await listVaccinatedDays(query, petId) : null
  const candidates = people
    .filter(({ skills }) => listLackingSkills(skills, service.requiredSkills).length === 0)
    .map((person) => candidateOf(person, { ...{ range, timeZone, taken, vaccinated, petId, resourceId } }))
  const slots = findFreeSlots(candidates, { length: lengthOf(service, asked), range, limit })
  return slots.map(({ from, until, staffId: id }) => ({
    start: new Date(from).toISOString(),
    end: new Date(until).toISOString(),
    staffId: id,
    resourceId,
  }))
}

/**
 * The next free times after one that cannot be booked.
 * @throws AppError NOT_FOUND for an unknown service
 */
export async function listNextSlots(
  query: RunQuery,
  {
    from,
    ...asked
  }: Pick<Asked, 'serviceId' | 'timeZone' | 'durationMinutes' | 'exceptId'> & {
    staffId: string
    resourceId: string | null
    petId: string
    from: string
  },
): Promise<Slot[]> {
  const start = Math.max(Date.parse(from), Date.now())
  const range = { from: start, until: start + NEXT.days * DAY_MS }
  const resourceId = asked.resourceId ?? undefined
  return listSlots(query, { ...asked, resourceId, range, limit: NEXT.limit })
}

function lengthOf(service: ServiceFacts, { durationMinutes }: Asked): ServiceFacts {
  return { ...service, durationMinutes: durationMinutes ?? service.durationMinutes }
}

type Surroundings = {
  range: Span
  timeZone: string
  taken: readonly TakenTime[]
  /** null when the pet needs no vaccination, or none was named */
  vaccinated: readonly VaccinatedDays[] | null
  petId: string | undefined
  resourceId: string | null
}

function candidateOf({ id, availability }: StaffHours, around: Surroundings): Candidate {
  const { range, timeZone, taken, vaccinated, petId, resourceId } = around
  const isInTheWay = (time: TakenTime) =>
    time.staffId === id || time.petId === petId || (resourceId !== null && time.resourceId === resourceId)
  return {
    staffId: id,
    working: listWorkingSpans(availability, { range, timeZone }).filter(
      ({ from }) => vaccinated === null || isCovered(vaccinated, localDay(from, timeZone)),
    ),
    busy: taken
      .filter(isInTheWay)
      .map(({ from, until }) => ({ from: from.getTime(), until: until.getTime() })),
  }
}

function isCovered(vaccinated: readonly VaccinatedDays[], day: string): boolean {
  return vaccinated.some(({ first, last }) => first <= day && (last === null || day <= last))
}
