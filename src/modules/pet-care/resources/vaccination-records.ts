import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { date } from '#src/resources/fields/date.ts'
import { file } from '#src/resources/fields/file.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { text } from '#src/resources/fields/text.ts'

/** What a pet is vaccinated against, and until when. */
export const vaccinationRecords = defineResource({
  name: 'vaccination-records',
  singular: 'vaccination record',
  title: 'Vaccinations',
  description: 'What each pet is vaccinated against, and until when.',
  icon: 'syringe',
  fields: {
    petId: reference({ label: 'Pet', to: 'pets', required: true }),
    vaxType: text({ label: 'Vaccination', hint: 'Such as rabies or DHPP.', required: true, max: 80 }),
    date: date({ label: 'Given on', required: true, past: true }),
    expiryDate: date({ label: 'Valid until', hint: 'The last day it counts; empty for good.' }),
    certificate: file({ label: 'Certificate', accept: ['application/pdf', 'image/jpeg', 'image/png'] }),
  },
  labelField: 'vaxType',
  columns: ['petId', 'vaxType', 'date', 'expiryDate', 'certificate'],
  search: ['vaxType', 'petId'],
  sort: { by: 'date', order: 'desc' },
  rules: [
    {
      field: 'expiryDate',
      sentence: 'It cannot end before it was given.',
      holds: ({ date: given, expiryDate }) => expiryDate === null || expiryDate >= given,
    },
  ],
  permissions: readByClients(dailyRecords),
  own: { through: 'petId' },
  firstStep: false,
})
