import { describe, expect, it } from 'vitest'
import type { Appointment } from '../appointments/appointment.ts'
import { describeDay, sortIntoLanes } from './board-lanes.ts'

function appointment(id: string, status: Appointment['status'], hour: number): Appointment {
  const at = (hours: number) => `2026-03-12T${String(hours).padStart(2, '0')}:00:00.000Z`
  const label = (name: string) => ({ id: name, label: name })
  return {
    ...{ id, status, createdAt: at(0), updatedAt: at(0), title: id, notes: null },
    ...{ scheduledStart: at(hour), scheduledEnd: at(hour + 1), durationMinutes: 60 },
    ...{ occupiedFrom: at(hour), occupiedUntil: at(hour + 1), actualStart: null, actualEnd: null },
    ...{ petId: 'pet', ownerId: 'owner', serviceId: 'service', staffId: 'staff', resourceId: null },
    ...{ pet: label('pet'), owner: label('owner'), service: label('service'), staff: label('staff') },
    ...{ resource: null, cancellationReason: null, vaccinationOverrideReason: null },
  }
}

const day = [
  appointment('late', 'scheduled', 9),
  appointment('done first', 'completed', 7),
  appointment('next', 'confirmed', 8),
  appointment('done last', 'completed', 8),
  appointment('here', 'in_progress', 9),
  appointment('gone', 'no_show', 8),
  appointment('off', 'cancelled', 11),
]

describe("today's board", () => {
  it('has who comes next and who was done last on top', () => {
    const lanes = sortIntoLanes(day).map(({ name, appointments }) => [name, appointments.map(({ id }) => id)])
    expect(lanes).toEqual([
      ['coming', ['next', 'late']],
      ['here', ['here']],
      ['done', ['done last', 'done first']],
      ['off', ['gone', 'off']],
    ])
  })

  it('tells the day in a sentence', () => {
    expect(describeDay(day, '2026-03-12T09:30:00Z')).toBe('5 appointments, 1 in progress, 2 late.')
    expect(describeDay(day.slice(5), '2026-03-12T09:30:00Z')).toBe('Nobody is expected today.')
  })
})
