import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { currency } from '#src/resources/fields/currency.ts'
import { dateTime } from '#src/resources/fields/date-time.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { money } from '#src/resources/fields/money.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Money that owners paid, owe or got back. */
export const payments = defineResource({
  name: 'payments',
  singular: 'payment',
  description: 'What owners paid, still owe or got back.',
  icon: 'wallet',
  fields: {
    ownerId: reference({ label: 'Owner', to: 'owners', required: true }),
    appointmentId: reference({ label: 'Appointment', to: 'appointments' }),
    purchaseId: reference({ label: 'Package', to: 'package-purchases' }),
    type: select({
      label: 'Type',
      required: true,
      options: {
        deposit: 'Deposit',
        full_payment: 'Full payment',
        tip: 'Tip',
        package: 'Package',
        gift_card: 'Gift card',
      },
    }),
    amountCents: money({ label: 'Amount', required: true, min: 1, currencyField: 'currency' }),
    currency: currency({ label: 'Currency', default: 'EUR' }),
    status: select({
      label: 'Status',
      default: 'pending',
      options: { pending: 'Pending', completed: 'Completed', failed: 'Failed', refunded: 'Refunded' },
      initial: ['pending', 'completed'],
      transitions: {
        pending: ['completed', 'failed'],
        failed: ['pending'],
        completed: ['refunded'],
        refunded: [],
      },
    }),
    refundReason: text({ label: 'Reason for the refund', max: 500 }),
    notes: longText({ label: 'Notes' }),
    stripePaymentIntentId: text({ label: 'Stripe payment', max: 255, hidden: true }),
    stripeChargeId: text({ label: 'Stripe charge', max: 255, hidden: true }),
    metadata: longText({ label: 'Of the payment provider', hidden: true }),
    paidAt: dateTime({ label: 'Paid', computed: true }),
    refundedAt: dateTime({ label: 'Refunded', computed: true }),
  },
  labelField: 'type',
  columns: ['ownerId', 'type', 'amountCents', 'status', 'paidAt', 'appointmentId'],
  search: ['ownerId', 'appointmentId'],
  sort: { by: 'createdAt', order: 'desc' },
  rules: [
    {
      field: 'refundReason',
      sentence: 'Say why the money goes back.',
      holds: ({ status, refundReason }) => status !== 'refunded' || refundReason !== null,
    },
  ],
  permissions: readByClients(dailyRecords),
  own: { through: 'ownerId' },
  firstStep: false,
})
