import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/** Works on a rollout for a while, and queues itself again as long as something is left. */
export const executeRolloutTask = defineTask('provisioning.roll-out', z.object({ rolloutId: z.uuid() }))

/** Jobs of one rollout replace each other while they wait. */
export function rolloutJobKey(rolloutId: string): string {
  return `rollout:${rolloutId}`
}
