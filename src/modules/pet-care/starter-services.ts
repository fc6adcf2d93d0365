import { defineStarters } from '#src/resources/define-module.ts'
import { services } from './resources/services.ts'

/** Services most salons and trainers begin with; prices are there to be changed. */
export const starterServices = defineStarters(services, [
  {
    key: 'bath-and-brush',
    title: 'Bath and brush',
    detail: '60 min, 45.00',
    values: {
      name: 'Bath and brush',
      description: 'Wash, blow-dry, brush-out, ears cleaned.',
      durationMinutes: 60,
      bufferAfterMinutes: 15,
      priceCents: 4_500,
    },
  },
  {
    key: 'full-groom',
    title: 'Full groom',
    detail: '120 min, 75.00',
    values: {
      name: 'Full groom',
      description: 'Bath, cut or hand strip to breed standard, nails, ears.',
      durationMinutes: 120,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 15,
      priceCents: 7_500,
    },
  },
  {
    key: 'nail-trim',
    title: 'Nail trim',
    detail: '15 min, 15.00',
    values: {
      name: 'Nail trim',
      description: 'Clip and file, for dogs, cats and rabbits.',
      durationMinutes: 15,
      bufferAfterMinutes: 5,
      priceCents: 1_500,
    },
  },
  {
    key: 'puppy-intro',
    title: 'Puppy introduction',
    detail: '45 min, 35.00',
    values: {
      name: 'Puppy introduction',
      description: 'First visit: table, water and dryer, without hurry.',
      durationMinutes: 45,
      bufferAfterMinutes: 10,
      priceCents: 3_500,
      requiresVaccination: true,
    },
  },
  {
    key: 'training-session',
    title: 'Training session',
    detail: '60 min, 60.00',
    values: {
      name: 'Training session',
      description: 'One to one: lead, recall, calm greetings.',
      durationMinutes: 60,
      bufferAfterMinutes: 15,
      priceCents: 6_000,
    },
  },
  {
    key: 'puppy-class',
    title: 'Puppy class',
    detail: '50 min, 25.00',
    values: {
      name: 'Puppy class',
      description: 'Small group for puppies up to 18 weeks.',
      durationMinutes: 50,
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 10,
      priceCents: 2_500,
      requiresVaccination: true,
    },
  },
  {
    key: 'cat-groom',
    title: 'Cat groom',
    detail: '75 min, 65.00',
    selected: false,
    values: {
      name: 'Cat groom',
      description: 'Comb-out, sanitary trim and nails in a quiet room.',
      durationMinutes: 75,
      bufferAfterMinutes: 15,
      priceCents: 6_500,
      requiresVaccination: true,
    },
  },
  {
    key: 'de-shedding',
    title: 'De-shedding treatment',
    detail: '90 min, 58.00',
    selected: false,
    values: {
      name: 'De-shedding treatment',
      description: 'Undercoat removed with bath, mask and high-velocity dryer.',
      durationMinutes: 90,
      bufferAfterMinutes: 20,
      priceCents: 5_800,
    },
  },
])
