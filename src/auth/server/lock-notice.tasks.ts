import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/**
 * Tells somebody that their account was locked. It is queued for unknown accounts as well, so that locking
 * one takes no other time than locking the other.
 */
export const lockNoticeTask = defineTask(
  'auth.lock-notice',
  z.object({ userId: z.uuid().nullable(), minutes: z.int() }),
)
