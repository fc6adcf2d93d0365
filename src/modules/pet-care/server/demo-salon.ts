/** A salon that never was: who works there, what they do, and who comes. */

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const hoursOf = (from: string, to: string, days: readonly string[] = weekdays) =>
  Object.fromEntries(days.map((day) => [day, [{ from, to }]]))

export const demoStaff = [
  {
    ...{
      name: 'Rosa Marlow',
      role: 'groomer',
      email: 'rosa@example.com',
      skills: ['hand stripping', 'cats'],
    },
    availability: hoursOf('08:30', '16:30', [...weekdays, 'saturday']),
  },
  {
    ...{ name: 'Jonas Wick', role: 'groomer', email: 'jonas@example.com', skills: ['large dogs'] },
    availability: hoursOf('09:30', '18:00'),
  },
  {
    ...{ name: 'Amina Cole', role: 'trainer', email: 'amina@example.com', skills: ['puppies'] },
    availability: hoursOf('10:00', '17:00', [...weekdays, 'saturday']),
  },
] as const

export const demoResources = [
  { name: 'Table by the window', type: 'table' },
  { name: 'Big table', type: 'table' },
  { name: 'Training room', type: 'room' },
] as const

/** What each of the staff does, in the order of `demoStaff`. */
export const demoServices = [
  [
    { name: 'Full groom and style', durationMinutes: 105, bufferAfterMinutes: 15, priceCents: 7_800 },
    {
      ...{ name: 'Hand stripping', durationMinutes: 120, bufferAfterMinutes: 15, priceCents: 9_500 },
      requiredSkills: ['hand stripping'],
    },
  ],
  [
    { name: 'Wash and dry', durationMinutes: 60, bufferAfterMinutes: 15, priceCents: 4_600 },
    { name: 'Claws and ears', durationMinutes: 30, bufferAfterMinutes: 5, priceCents: 1_900 },
  ],
  [
    {
      ...{ name: 'Puppy hour', durationMinutes: 60, bufferBeforeMinutes: 10, bufferAfterMinutes: 10 },
      ...{ priceCents: 4_200, requiresVaccination: true, requiredSkills: ['puppies'] },
    },
    { name: 'Lead and recall', durationMinutes: 60, bufferAfterMinutes: 15, priceCents: 5_500 },
  ],
] as const

export const demoPackages = [
  { name: 'Five washes', credits: 5, priceCents: 19_900, expiryDays: 365 },
  { name: 'Puppy course', credits: 8, priceCents: 28_800, expiryDays: 120 },
] as const

/** Owners with their pets: name, species, breed, day of birth. */
export const demoOwners = [
  { name: 'Harriet Lowe', pets: [['Biscuit', 'dog', 'Border terrier', '2019-04-12']] },
  { name: 'Mateo Brandt', pets: [['Olive', 'dog', 'Standard poodle', '2021-09-03']] },
  {
    name: 'Priya Nair',
    pets: [
      ['Mango', 'dog', 'Golden retriever', '2025-08-20'],
      ['Pepper', 'cat', 'Maine coon', '2018-01-30'],
    ],
  },
  { name: 'Tom Ashdown', pets: [['Duke', 'dog', 'Airedale terrier', '2017-06-15']] },
  { name: 'Elif Demir', pets: [['Pamuk', 'cat', 'Persian', '2020-11-02']] },
  { name: 'Grace Okafor', pets: [['Ziggy', 'dog', 'Cockapoo', '2022-03-08']] },
  {
    name: 'Lars Holm',
    pets: [
      ['Freja', 'dog', 'Samoyed', '2020-05-19'],
      ['Odin', 'dog', 'Samoyed', '2026-06-01'],
    ],
  },
  { name: 'Sofia Reyes', pets: [['Churro', 'dog', 'Miniature schnauzer', '2023-10-11']] },
  { name: 'Wendy Pike', pets: [['Thistle', 'dog', 'West Highland terrier', '2016-12-24']] },
  { name: 'Noah Klein', pets: [['Waffle', 'rabbit', 'Lionhead', '2024-02-17']] },
] as const
