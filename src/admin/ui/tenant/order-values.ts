import { z } from 'zod'
import { deleteTenantInput, reasonInput } from '../../tenant-changes.ts'

/** What has to be typed before something is done to a tenant. */
export type OrderTerms = {
  /** the subdomain that confirms it; nothing is to be confirmed without */
  confirm?: string | undefined
  reason: 'required' | 'optional'
  /** days of grace are asked for */
  hasGrace?: boolean
}

/** The form of an order; what is not asked for stays empty. */
export function orderSchema({ confirm, reason, hasGrace = false }: OrderTerms) {
  return z.object({
    reason: reason === 'required' ? reasonInput : z.literal('').or(reasonInput),
    graceDays: hasGrace ? deleteTenantInput.shape.graceDays : z.coerce.number(),
    confirm: z
      .string()
      .trim()
      .refine((typed) => confirm === undefined || typed === confirm, {
        error: `This is not what the tenant is called. Type ${confirm ?? ''}.`,
      }),
  })
}
export type OrderInput = z.input<ReturnType<typeof orderSchema>>
export type OrderValues = z.output<ReturnType<typeof orderSchema>>
