import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/** Writes down that an impersonation has run out; it was over by itself at that very moment. */
export const expireImpersonationTask = defineTask(
  'auth.expire-impersonation',
  z.object({ impersonationId: z.uuid() }),
)
