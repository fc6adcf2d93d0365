import { resolve } from 'node:path'
import { z } from 'zod'

const variables = z.object({
  /** how many tenants a fleet has, instead of the suite's own number */
  BERTH_BENCH_TENANTS: z.coerce.number().int().min(1).max(100_000).optional(),
  /** a folder whose server and tenants stay for the next suite */
  BERTH_BENCH_FLEET_DIR: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  /** how long a suite that goes by the clock puts load on, in seconds */
  BERTH_BENCH_SECONDS: z.coerce.number().int().min(5).max(3_600).optional(),
  /** a Redis for the processes of the suite `nodes` */
  REDIS_URL: z.string().optional(),
})

// Empty is what a script leaves when it has nothing to say.
const given = Object.entries(process.env).filter(([, value]) => value !== '')

/** What is asked of the benches from outside; the product's own variables are in src/env.ts. */
export const benchEnv = variables.parse(Object.fromEntries(given))
