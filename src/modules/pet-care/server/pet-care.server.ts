import { defineModuleServer } from '#src/resources/server/define-module-server.ts'
import { petCare } from '../module.ts'
import { appointmentHooks } from './appointments/appointment-hooks.ts'
import { creditRouter } from './credits/credit.router.ts'
import { purchaseHooks } from './credits/purchase-hooks.ts'
import { paymentHooks } from './payments/payment-hooks.ts'
import { scheduleRouter } from './schedule/schedule.router.ts'

/** What pet care does beyond its declarations: docs/pet-care.md. */
export const petCareServer = defineModuleServer(petCare, {
  hooks: {
    appointments: appointmentHooks,
    'package-purchases': purchaseHooks,
    payments: paymentHooks,
  },
  routers: { schedule: scheduleRouter, credits: creditRouter },
})
