import { targetFor } from '#src/resources/server/record-target.ts'
import { tenantProcedure, type TenantCall } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { lettings } from '../../module.ts'
import { bookings } from '../../resources/bookings.ts'
import { properties } from '../../resources/properties.ts'
import { nightsAnswer, nightsQuery, occupancyAnswer, occupancyQuery } from './availability-schemas.ts'
import { findProperties, findStays } from './availability.repository.ts'
import { findOccupancy } from './occupancy.repository.ts'
import { sumMonths } from './sum-months.ts'

const within = { module: lettings.id }
const tags = [lettings.title]
const propertiesOf = ({ identity }: TenantCall) =>
  targetFor(identity, { module: lettings, resource: properties })

/** Which nights are taken, and how many of them. */
export const availabilityRouter = createRouter({
  listNights: tenantProcedure('bookings:list', within)
    .meta({
      openapi: {
        method: 'GET',
        path: '/availability',
        tags,
        summary: 'List properties and the bookings that take their nights',
      },
    })
    .input(nightsQuery)
    .output(nightsAnswer)
    .query(async ({ ctx, input }) => {
      const { tenantQuery } = ctx.database
      const stays = targetFor(ctx.identity, { module: lettings, resource: bookings })
      return nightsAnswer.parse({
        properties: await findProperties(tenantQuery, propertiesOf(ctx), input.propertyId),
        bookings: await findStays(tenantQuery, stays, input),
      })
    }),

  getOccupancy: tenantProcedure('bookings:list', within)
    .meta({
      openapi: {
        method: 'GET',
        path: '/occupancy',
        tags,
        summary: 'Get booked and available nights by month, and the revenue of each property',
      },
    })
    .input(occupancyQuery)
    .output(occupancyAnswer)
    .query(async ({ ctx, input }) => {
      const found = await findOccupancy(ctx.database.tenantQuery, propertiesOf(ctx), {
        ...input,
        timeZone: ctx.tenant.timezone,
      })
      return { months: sumMonths(found), properties: found }
    }),
})
