import { setupRecords } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { boolean } from '#src/resources/fields/boolean.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Tables, vans and rooms that one booking at a time can use. */
export const resources = defineResource({
  name: 'resources',
  singular: 'resource',
  title: 'Tables, vans, rooms',
  description: 'What one booking at a time can use.',
  icon: 'bath',
  fields: {
    name: text({ label: 'Name', required: true }),
    type: select({ label: 'Type', required: true, options: { table: 'Table', van: 'Van', room: 'Room' } }),
    isMobile: boolean({ label: 'Mobile', hint: 'Comes to the customer.', default: false }),
  },
  columns: ['name', 'type', 'isMobile'],
  permissions: setupRecords,
})
