import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

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
  },
  columns: ['name', 'kind', 'enabled'],
  permissions: setupRecords,
})
