import { z } from 'zod'
import { callerOf } from '#src/resources/server/record-caller.ts'
import { tenantProcedure } from '#src/tenancy/server/tenant-procedure.ts'
import { createRouter } from '#src/trpc/server/init.ts'
import { petCare } from '../../module.ts'
import { spendCredit } from './credit.service.ts'

const spending = z.object({ purchaseId: z.guid(), appointmentId: z.guid().nullish() })
const spent = z.object({
  id: z.guid(),
  purchaseId: z.guid(),
  appointmentId: z.guid().nullable(),
  creditsLeft: z.number().int(),
})

/** Paying with credits of a package. */
export const creditRouter = createRouter({
  create: tenantProcedure('credits:create', { module: petCare.id })
    .meta({
      openapi: {
        method: 'POST',
        path: '/spent-credits',
        tags: [petCare.title],
        summary: 'Pay for an appointment with a credit',
      },
      successStatus: 201,
      errors: ['INSUFFICIENT_BALANCE', 'ALREADY_EXISTS'],
    })
    .input(spending)
    .output(spent)
    .mutation(({ ctx, input: { purchaseId, appointmentId = null } }) =>
      spendCredit(ctx.database.tenant, callerOf(ctx), { purchaseId, appointmentId }),
    ),
})
