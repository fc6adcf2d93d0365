import type { Step } from './step.ts'
import { activate } from './steps/activate.ts'
import { createRole } from './steps/create-role.ts'
import { createSchema } from './steps/create-schema.ts'
import { migrate } from './steps/migrate.ts'
import { reserve } from './steps/reserve.ts'
import { secure } from './steps/secure.ts'
import { seed } from './steps/seed.ts'
import { verify } from './steps/verify.ts'
import { createWelcome } from './steps/welcome.ts'

/** The steps of `create-tenant` in the order of `createTenantSteps`. */
export function listCreateTenantSteps(workspaceUrl: (subdomain: string) => string): Step[] {
  return [
    reserve,
    createRole,
    createSchema,
    migrate,
    secure,
    seed,
    verify,
    activate,
    createWelcome(workspaceUrl),
  ]
}
