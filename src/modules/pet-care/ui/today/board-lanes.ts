import { latenessOf, type Appointment } from '../appointments/appointment.ts'

/** The lanes of today's board, from left to right. */
export type Lane = { name: 'coming' | 'here' | 'done' | 'off'; title: string; appointments: Appointment[] }

const laneOf = {
  scheduled: 'coming',
  confirmed: 'coming',
  in_progress: 'here',
  completed: 'done',
  cancelled: 'off',
  no_show: 'off',
} as const satisfies Record<Appointment['status'], Lane['name']>

const titles = { coming: 'To come', here: 'In progress', done: 'Done', off: 'Not coming' }

/** Sorts the appointments of a day into lanes: the next to come first, the last done first. */
export function sortIntoLanes(appointments: readonly Appointment[]): Lane[] {
  const lanes = (['coming', 'here', 'done', 'off'] as const).map((name) => ({
    name,
    title: titles[name],
    appointments: appointments
      .filter(({ status }) => laneOf[status] === name)
      .sort((a, b) => a.scheduledStart.localeCompare(b.scheduledStart)),
  }))
  lanes[2]?.appointments.reverse()
  return lanes
}

/** The day in a sentence: `7 appointments, 2 in progress, 1 late.` */
export function describeDay(appointments: readonly Appointment[], now: string): string {
  const expected = appointments.filter(({ status }) => laneOf[status] !== 'off')
  if (expected.length === 0) return 'Nobody is expected today.'
  const here = expected.filter(({ status }) => status === 'in_progress').length
  const late = expected.filter((one) => latenessOf(one, now) !== undefined).length
  return `${[
    `${expected.length} ${expected.length === 1 ? 'appointment' : 'appointments'}`,
    ...(here > 0 ? [`${here} in progress`] : []),
    ...(late > 0 ? [`${late} late`] : []),
  ].join(', ')}.`
}
