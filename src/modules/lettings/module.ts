import { defineModule } from '#src/resources/define-module.ts'
import { bookings } from './resources/bookings.ts'
import { properties } from './resources/properties.ts'

export const lettings = defineModule({
  id: 'lettings',
  industry: 'lettings',
  title: 'Lettings',
  description: 'Holiday and short lets: your properties, their guests and bookings.',
  icon: 'house',
  resources: [bookings, properties],
  pages: [
    { name: 'today', title: 'Today', icon: 'sun', permission: 'bookings:list' },
    { name: 'availability', title: 'Availability', icon: 'calendar-range', permission: 'bookings:list' },
    { name: 'occupancy', title: 'Occupancy', icon: 'chart-column', permission: 'bookings:list' },
  ],
  recordPages: ['properties'],
})
