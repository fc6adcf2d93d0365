import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { email } from '#src/resources/fields/email.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { member } from '#src/resources/fields/member.ts'
import { phone } from '#src/resources/fields/phone.ts'
import { text } from '#src/resources/fields/text.ts'

/** People whose pets are looked after. */
export const owners = defineResource({
  name: 'owners',
  singular: 'owner',
  description: 'People whose pets you look after, and how to reach them.',
  icon: 'users',
  fields: {
    name: text({ label: 'Name', required: true }),
    email: email({ label: 'E-mail' }),
    phone: phone({ label: 'Phone' }),
    phoneAlt: phone({ label: 'Second phone', hint: 'For the day nobody answers the first.' }),
    address: text({ label: 'Address', max: 300 }),
    notes: longText({ label: 'Notes' }),
    stripeCustomerId: text({ label: 'Stripe customer', max: 255, hidden: true }),
    userId: member({
      label: 'Sign-in',
      hint: 'Sees their own pets, appointments and payments.',
      hidden: true,
    }),
  },
  columns: ['name', 'email', 'phone', 'address'],
  search: ['name', 'email', 'phone', 'phoneAlt', 'address'],
  permissions: readByClients(dailyRecords),
  own: { field: 'userId' },
})
