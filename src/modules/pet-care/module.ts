import { defineModule } from '#src/resources/define-module.ts'
import { owners } from './resources/owners.ts'
import { pets } from './resources/pets.ts'
import { resources } from './resources/resources.ts'
import { services } from './resources/services.ts'
import { staff } from './resources/staff.ts'
import { starterServices } from './starter-services.ts'

export const petCare = defineModule({
  id: 'pet-care',
  industry: 'pet-care',
  title: 'Pet care',
  description: 'Grooming, training and walking: pets, their owners, your staff and services.',
  icon: 'paw-print',
  resources: [pets, owners, services, staff, resources],
  starters: starterServices,
})
