import { z } from 'zod'

/** How the schemas that wait for tenants stand. */
export const poolStatus = z.object({
  size: z.int().describe('Schemas that are kept of each set of modules; 0 where no process builds any'),
  sets: z.array(
    z.object({
      modules: z.array(z.string()),
      ready: z.int(),
      failure: z
        .object({
          code: z.string(),
          message: z.string(),
          failures: z.int().describe('In a row'),
          failedAt: z.iso.datetime(),
          nextTryAt: z.iso.datetime(),
        })
        .nullable(),
    }),
  ),
  leaving: z.int().describe('Schemas that nobody takes any more and that are dropped'),
  lastClaimAt: z.iso.datetime().nullable(),
  day: z
    .object({ warm: z.int(), cold: z.int() })
    .describe('Workspaces built in 24 hours: with a schema that waited, and without'),
})
export type PoolStatus = z.infer<typeof poolStatus>
