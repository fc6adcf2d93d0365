import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { availability } from '#src/resources/fields/availability.ts'
import { email } from '#src/resources/fields/email.ts'
import { member } from '#src/resources/fields/member.ts'
import { phone } from '#src/resources/fields/phone.ts'
import { select } from '#src/resources/fields/select.ts'
import { tags } from '#src/resources/fields/tags.ts'
import { text } from '#src/resources/fields/text.ts'

/** People who can be booked. */
export const staff = defineResource({
  name: 'staff',
  singular: 'staff member',
  plural: 'staff',
  description: 'People who can be booked, what they can do and when.',
  icon: 'scissors',
  model: 'staff',
  fields: {
    name: text({ label: 'Name', required: true }),
    role: select({
      label: 'Role',
      required: true,
      options: { groomer: 'Groomer', trainer: 'Trainer', both: 'Groomer and trainer' },
    }),
    email: email({ label: 'E-mail' }),
    phone: phone({ label: 'Phone' }),
    skills: tags({ label: 'Skills', hint: 'Such as hand stripping or puppy classes.' }),
    availability: availability({ label: 'Working hours' }),
    userId: member({ label: 'Sign-in', hint: 'Who of the team this is.' }),
  },
  columns: ['name', 'role', 'email', 'phone', 'skills'],
  search: ['name', 'email', 'phone'],
  permissions: setupRecords,
})
