import { defineModule } from '#src/resources/define-module.ts'
import { appointments } from './resources/appointments.ts'
import { creditEntries } from './resources/credit-entries.ts'
import { owners } from './resources/owners.ts'
import { packagePurchases } from './resources/package-purchases.ts'
import { packages } from './resources/packages.ts'
import { payments } from './resources/payments.ts'
import { pets } from './resources/pets.ts'
import { resources } from './resources/resources.ts'
import { services } from './resources/services.ts'
import { staff } from './resources/staff.ts'
import { vaccinationRecords } from './resources/vaccination-records.ts'
import { starterServices } from './starter-services.ts'

export const petCare = defineModule({
  id: 'pet-care',
  industry: 'pet-care',
  title: 'Pet care',
  description: 'Grooming, training and walking: pets, their owners, your staff and services.',
  icon: 'paw-print',
  resources: [
    appointments,
    pets,
    owners,
    vaccinationRecords,
    payments,
    packagePurchases,
    creditEntries,
    services,
    packages,
    staff,
    resources,
  ],
  pages: [
    { name: 'today', title: 'Today', icon: 'sun', permission: 'appointments:list' },
    { name: 'calendar', title: 'Calendar', icon: 'calendar-days', permission: 'appointments:list' },
  ],
  recordPages: ['pets', 'owners'],
  permissions: { 'credits:create': ['owner', 'admin', 'manager', 'staff'] },
  permissionTitles: { credits: 'Paying with credits' },
  starters: starterServices,
})
