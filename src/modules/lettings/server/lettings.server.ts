import { defineModuleServer } from '#src/resources/server/define-module-server.ts'
import { lettings } from '../module.ts'
import { availabilityRouter } from './availability/availability.router.ts'
import { bookingHooks } from './bookings/booking-hooks.ts'

/** What lettings do beyond their declarations: docs/lettings.md. */
export const lettingsServer = defineModuleServer(lettings, {
  hooks: { bookings: bookingHooks },
  routers: { availability: availabilityRouter },
})
