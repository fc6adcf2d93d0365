import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { date } from '#src/resources/fields/date.ts'
import { decimal } from '#src/resources/fields/decimal.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'

/** Animals that come to be groomed, trained or walked. */
export const pets = defineResource({
  name: 'pets',
  singular: 'pet',
  description: 'The animals in your care and what to know about each.',
  icon: 'paw-print',
  fields: {
    name: text({ label: 'Name', required: true, max: 80 }),
    ownerId: reference({ label: 'Owner', to: 'owners', required: true }),
    species: select({
      label: 'Species',
      required: true,
      options: {
        dog: 'Dog',
        cat: 'Cat',
        rabbit: 'Rabbit',
        guinea_pig: 'Guinea pig',
        bird: 'Bird',
        reptile: 'Reptile',
        other: 'Other',
      },
    }),
    breed: text({ label: 'Breed', max: 80 }),
    dateOfBirth: date({ label: 'Date of birth', past: true, hint: 'A guess is fine.' }),
    weight: decimal({ label: 'Weight', precision: 6, scale: 2, min: 0.01, max: 2_000, unit: 'kg' }),
    medicalNotes: longText({ label: 'Medical notes', hint: 'Allergies, medicine, the vet to call.' }),
    behavioralNotes: longText({ label: 'Behaviour', hint: 'Shy, bites, hates the dryer.' }),
  },
  columns: ['name', 'ownerId', 'species', 'breed', 'dateOfBirth', 'weight'],
  search: ['name', 'breed', 'ownerId'],
  permissions: readByClients(dailyRecords),
  own: { through: 'ownerId' },
})
