import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/** Compares all tenants; without an id of a check that somebody has ordered it is the daily one. */
export const checkDriftTask = defineTask(
  'provisioning.check-drift',
  z.object({ checkId: z.uuid().optional() }),
)

/** When the daily check begins, in cron's notation (UTC). */
export const DAILY_CHECK = '23 2 * * *'
