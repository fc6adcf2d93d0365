import { z } from 'zod'
import { targetFor } from '#src/resources/server/record-target.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { petCare } from '../../module.ts'
import { appointments } from '../../resources/appointments.ts'
import { appointmentList, appointmentsQuery, slot, slotsQuery } from './schedule-schemas.ts'
import { findAppointments } from './schedule.repository.ts'
import { listSlots } from './schedule.service.ts'

const within = { module: petCare.id }
const tags = [petCare.title]

/** The calendar and the times that are left in it. */
export const scheduleRouter = createRouter({
  listAppointments: tenantProcedure('appointments:list', within)
    .meta({
      openapi: {
        method: 'GET',
        path: '/calendar/appointments',
        tags,
        summary: 'List all appointments of a stretch of time',
      },
    })
    .input(appointmentsQuery)
    .output(appointmentList)
    .query(({ ctx, input }) => {
      const target = targetFor(ctx.identity, { module: petCare, resource: appointments })
      return findAppointments(ctx.database.tenantQuery, target, input)
    }),

  listSlots: tenantProcedure('appointments:create', within)
    .meta({
      openapi: { method: 'GET', path: '/appointment-slots', tags, summary: 'List free times of a service' },
      errors: ['NOT_FOUND'],
    })
    .input(slotsQuery)
    .output(z.array(slot))
    .query(({ ctx, input: { from, to, ...asked } }) =>
      listSlots(ctx.database.tenantQuery, {
        ...asked,
        range: { from: Date.parse(from), until: Date.parse(to) },
        timeZone: ctx.tenant.timezone,
      }),
    ),
})
