import { dailyRecords, readByClients } from '#src/auth/permissions.ts'
import { defineResource } from '#src/resources/define-resource.ts'
import { date } from '#src/resources/fields/date.ts'
import { integer } from '#src/resources/fields/integer.ts'
import { money } from '#src/resources/fields/money.ts'
import { reference } from '#src/resources/fields/reference.ts'
import { text } from '#src/resources/fields/text.ts'

/** Packages that owners bought, as they were sold then. Each is an account of credits of its own. */
export const packagePurchases = defineResource({
  name: 'package-purchases',
  singular: 'package purchase',
  title: 'Bought packages',
  description: 'Packages that owners bought, and the credits left on each.',
  icon: 'ticket',
  fields: {
    ownerId: reference({ label: 'Owner', to: 'owners', required: true }),
    packageId: reference({ label: 'Package', to: 'packages', required: true }),
    purchasedOn: date({ label: 'Bought on', hint: 'Today, unless you say otherwise.', past: true }),
    packageName: text({ label: 'Sold as', computed: true, required: true, max: 120, hidden: true }),
    credits: integer({ label: 'Credits', computed: true, required: true }),
    creditsLeft: integer({ label: 'Credits left', computed: true, required: true }),
    priceCents: money({ label: 'Price', computed: true, required: true }),
    expiresOn: date({ label: 'Valid until', computed: true }),
  },
  labelField: 'packageName',
  columns: ['ownerId', 'packageId', 'purchasedOn', 'creditsLeft', 'credits', 'expiresOn'],
  search: ['ownerId', 'packageName'],
  sort: { by: 'createdAt', order: 'desc' },
  // What was sold stays as it was sold.
  permissions: { ...readByClients(dailyRecords), update: [], delete: [] },
  own: { through: 'ownerId' },
  firstStep: false,
})
