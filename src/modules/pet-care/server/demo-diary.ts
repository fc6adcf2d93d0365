import { Temporal } from 'temporal-polyfill'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { DemoContext } from '#src/resources/server/demo.ts'
import { listWorkingSpans } from './schedule/working-spans.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const WEEK_MS = 7 * 86_400_000

/** Somebody at their place, with what they do and for whom. */
export type DemoWorker = {
  staff: AnyRecord
  resource: AnyRecord
  services: readonly AnyRecord[]
  pets: readonly AnyRecord[]
}

/** Fills the working hours of a week back and a week ahead, with a gap here and there. */
export async function addDiary(demo: DemoContext, worker: DemoWorker): Promise<void> {
  const now = demo.now.getTime()
  const range = { from: now - WEEK_MS, until: now + WEEK_MS }
  const hours = worker.staff['availability'] as Parameters<typeof listWorkingSpans>[0]
  for (const { from, until } of listWorkingSpans(hours, { range, timeZone: demo.timeZone })) {
    for (let start = from; ;) {
      const service = pick(demo, worker.services)
      const end = start + minutesOf(service, 'durationMinutes')
      if (end > until) break
      if (demo.random() < 0.6) await addVisit(demo, worker, { service, start, end })
      const free = end + minutesOf(service, 'bufferAfterMinutes') + minutesOf(service, 'bufferBeforeMinutes')
      // A round time, and not every minute of a day is booked.
      start = from + Math.ceil((free + QUARTER - from) / QUARTER) * QUARTER
    }
  }
}

type Visit = { service: AnyRecord; start: number; end: number }

async function addVisit(
  demo: DemoContext,
  worker: DemoWorker,
  { service, start, end }: Visit,
): Promise<void> {
  const isOver = end < demo.now.getTime()
  const isKnown = demo.random() < 0.7
  const visit = await demo.create('appointments', {
    petId: pick(demo, worker.pets).id,
    serviceId: service.id,
    staffId: worker.staff.id,
    resourceId: worker.resource.id,
    scheduledStart: new Date(start).toISOString(),
    status: isKnown || isOver ? 'confirmed' : 'scheduled',
  })
  if (isOver) await endVisit(demo, visit, { service, start, end })
  else if (start <= demo.now.getTime()) await demo.update('appointments', visit.id, { status: 'in_progress' })
}

/** Most came and paid; what happened then happened at that time. */
async function endVisit(demo: DemoContext, visit: AnyRecord, { service, start, end }: Visit): Promise<void> {
  const chance = demo.random()
  if (chance < 0.06) {
    await demo.update('appointments', visit.id, { status: 'no_show' })
    return
  }
  if (chance < 0.14) {
    const cancellationReason = 'The owner is ill and will call for another day.'
    await demo.update('appointments', visit.id, { status: 'cancelled', cancellationReason })
    return
  }
  const late = Math.floor(demo.random() * 12) * MINUTE
  await demo.update('appointments', visit.id, { status: 'in_progress' })
  await demo.update('appointments', visit.id, { status: 'completed' })
  await demo.db.appointment.update({
    where: { id: visit.id },
    data: { actualStart: new Date(start + late), actualEnd: new Date(end + late) },
  })
  const payment = await demo.create('payments', {
    ...{ ownerId: visit['ownerId'], appointmentId: visit.id, type: 'full_payment', status: 'completed' },
    ...{ amountCents: service['priceCents'], currency: demo.currency },
  })
  const paidAt = new Date(end + late + 5 * MINUTE)
  await demo.db.payment.update({ where: { id: payment.id }, data: { paidAt, createdAt: paidAt } })
}

/** A day of the business's calendar, `days` away from now. */
export function dayFrom({ now, timeZone }: DemoContext, days: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toString()
}

function minutesOf(service: AnyRecord, name: string): number {
  return Number(service[name]) * MINUTE
}

function pick<T>({ random }: DemoContext, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}
