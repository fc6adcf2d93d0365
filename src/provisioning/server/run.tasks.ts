import { z } from 'zod'
import { defineTask, PRIORITY } from '#src/jobs/server/define-task.ts'

/** Executes one attempt of a run. */
export const executeRunTask = defineTask(
  'provisioning.execute',
  z.object({ tenantId: z.uuid(), runId: z.uuid(), attempt: z.number().int() }),
  { priority: PRIORITY.urgent },
)

/** Jobs of one run replace each other while they wait. */
export function runJobKey(runId: string): string {
  return `run:${runId}`
}
