import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { availability } from '#src/resources/fields/availability.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

const numbered = new Set(['phone', 'whatsapp', 'sms'])

/** Ways customers reach the business. */
export const channels = defineResource({
  name: 'channels',
  singular: 'channel',
  description: 'The ways your customers reach you.',
  icon: 'messages-square',
  fields: {
    name: text({ label: 'Name', required: true }),
    kind: select({
      label: 'Kind',
      required: true,
      options: {
        web_chat: 'Web chat',
        email: 'E-mail',
        phone: 'Phone',
        whatsapp: 'WhatsApp',
        sms: 'SMS',
      },
    }),
    enabled: boolean({ label: 'Open', default: true }),
    address: text({
      label: 'Address or number',
      max: 200,
      hint: 'What customers write to or call: an e-mail address, a number, or the website of the chat.',
    }),
    greeting: longText({ label: 'Greeting', max: 1_000, hint: 'What customers hear or read first.' }),
    hours: availability({ label: 'Hours' }),
  },
  columns: ['name', 'kind', 'address', 'enabled'],
  rules: [
    {
      field: 'address',
      sentence: 'Enter an e-mail address, such as care@example.com.',
      holds: ({ kind, address }) =>
        kind !== 'email' || !address || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address),
    },
    {
      field: 'address',
      sentence: 'Enter a number, such as +44 20 7946 0000.',
      holds: ({ kind, address }) => !numbered.has(kind) || !address || /^\+?[0-9 ()./-]{5,30}$/.test(address),
    },
  ],
  permissions: setupRecords,
})
