import type { RecordTarget } from '#src/resources/ui/record-target.ts'
import { bookings } from '../resources/bookings.ts'
import { properties } from '../resources/properties.ts'

export const bookingsTarget: RecordTarget = { moduleId: 'lettings', resource: bookings }
export const propertiesTarget: RecordTarget = { moduleId: 'lettings', resource: properties }

/** Where everything about one property stands. */
export function propertyPage(id: string): string {
  return `/lettings/properties/${id}/overview`
}
