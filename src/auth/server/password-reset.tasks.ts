import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/** Mails a link for a new password, if there is an account. Apart from the answer, which must not show it. */
export const passwordResetTask = defineTask(
  'auth.password-reset',
  z.object({
    /** null for people of the platform */
    tenantId: z.uuid().nullable(),
    email: z.string(),
    /** stands for the account in the audit log, when there is none */
    mark: z.string(),
    site: z.object({ name: z.string(), url: z.string() }),
    caller: z.object({
      ip: z.string().nullable(),
      userAgent: z.string().nullable(),
      requestId: z.string().nullable(),
    }),
  }),
)
