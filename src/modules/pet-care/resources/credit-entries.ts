import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'

/** Every credit that came or went: written by purchases and by spending, changed by nobody. */
export const creditEntries = defineResource({
  name: 'credit-entries',
  singular: 'credit entry',
  plural: 'credit entries',
  title: 'Credits',
  description: 'Every credit of a package that came or went.',
  icon: 'coins',
  fields: {
    purchaseId: reference({ label: 'Package', to: 'package-purchases', required: true }),
    appointmentId: reference({ label: 'Appointment', to: 'appointments' }),
    amount: integer({ label: 'Credits', required: true, min: -1_000, max: 1_000 }),
    reason: select({
      label: 'Reason',
      required: true,
      options: { purchase: 'Bought', use: 'Used', return: 'Given back' },
    }),
  },
  labelField: 'reason',
  columns: ['purchaseId', 'amount', 'reason', 'appointmentId'],
  search: ['purchaseId', 'appointmentId'],
  sort: { by: 'createdAt', order: 'desc' },
  permissions: { ...readByClients(dailyRecords), create: [], update: [], delete: [] },
  own: { through: 'purchaseId' },
})
