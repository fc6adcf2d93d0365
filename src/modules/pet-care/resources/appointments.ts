import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { dateTime } from '#src/resources/fields/date-time.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Statuses in which an appointment keeps its staff member and its resource from others. */
export const occupyingStatuses = ['scheduled', 'confirmed', 'in_progress', 'completed'] as const

/** Who comes when, to whom and for what. */
export const appointments = defineResource({
  name: 'appointments',
  singular: 'appointment',
  description: 'Who comes when, to whom and for what.',
  icon: 'calendar-check',
  fields: {
    petId: reference({ label: 'Pet', to: 'pets', required: true }),
    serviceId: reference({ label: 'Service', to: 'services', required: true }),
    staffId: reference({ label: 'With', to: 'staff', required: true }),
    resourceId: reference({ label: 'Table, van or room', to: 'resources' }),
    scheduledStart: dateTime({ label: 'Start', required: true }),
    durationMinutes: integer({
      label: 'Duration',
      hint: 'As long as the service takes, unless you say otherwise.',
      min: 1,
      max: 1_440,
      unit: 'minutes',
    }),
    status: select({
      label: 'Status',
      default: 'scheduled',
      options: {
        scheduled: 'Scheduled',
        confirmed: 'Confirmed',
        in_progress: 'In progress',
        completed: 'Completed',
        cancelled: 'Cancelled',
        no_show: 'No-show',
      },
      initial: ['scheduled', 'confirmed'],
      transitions: {
        scheduled: ['confirmed', 'in_progress', 'cancelled', 'no_show'],
        confirmed: ['in_progress', 'cancelled', 'no_show'],
        in_progress: ['completed', 'cancelled'],
        completed: [],
        cancelled: [],
        no_show: [],
      },
    }),
    cancellationReason: text({ label: 'Reason for cancelling', max: 500 }),
    vaccinationOverrideReason: text({
      label: 'Why without vaccination',
      hint: 'Managers may book a pet whose vaccination is missing; the reason is kept.',
      max: 500,
    }),
    notes: longText({ label: 'Notes' }),
    ownerId: reference({ label: 'Owner', to: 'owners', computed: true, required: true }),
    title: text({ label: 'Title', computed: true, required: true, max: 210, hidden: true }),
    scheduledEnd: dateTime({ label: 'End', computed: true, required: true }),
    occupiedFrom: dateTime({ label: 'Occupied from', computed: true, required: true, hidden: true }),
    occupiedUntil: dateTime({ label: 'Occupied until', computed: true, required: true, hidden: true }),
    actualStart: dateTime({ label: 'Started', computed: true }),
    actualEnd: dateTime({ label: 'Ended', computed: true }),
  },
  labelField: 'title',
  columns: ['scheduledStart', 'petId', 'ownerId', 'serviceId', 'staffId', 'status'],
  search: ['petId', 'ownerId', 'serviceId', 'staffId'],
  sort: { by: 'scheduledStart', order: 'desc' },
  rules: [
    {
      field: 'cancellationReason',
      sentence: 'Say why it is cancelled.',
      holds: ({ status, cancellationReason }) => status !== 'cancelled' || cancellationReason !== null,
    },
  ],
  permissions: readByClients(dailyRecords),
  own: { through: 'ownerId' },
})
