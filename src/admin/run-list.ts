import { z } from 'zod'
import { runAddress, runMoves, runRow } from '#src/provisioning/run-list.ts'
import { tenantStatuses } from '#src/tenancy/tenant.ts'
import { node } from './node.ts'
import { reasonInput } from './tenant-changes.ts'

/** One run, with what may be done about it by those who may. */
export const runDetails = runRow.extend({
  tenantStatus: z.enum(tenantStatuses),
  moves: z.array(z.enum(runMoves)).describe('What may be done with it as it stands'),
})
export type RunDetails = z.infer<typeof runDetails>

export const rollbackRunInput = runAddress.extend({
  confirm: z.string().max(100).describe('The subdomain, typed out'),
  reason: reasonInput.optional(),
})

const count = z.number().int()
/** Jobs of one kind. */
export const taskQueue = z.object({
  task: z.string(),
  waiting: count.describe('Nobody has taken them, and they are due'),
  running: count,
  failing: count.describe('Failed before, and will be tried again'),
  lost: count.describe('Failed so often that nobody tries them again'),
  oldestMs: z.number().nullable().describe('How long the first of those that wait has been due'),
})
export type TaskQueue = z.infer<typeof taskQueue>

/** Jobs that one worker of the queue has taken and not finished. */
export const jobsInHand = z.object({
  lockedBy: z.string().describe('The name the queue knows the worker by'),
  running: count,
  tasks: z.array(z.string()),
  since: z.iso.datetime().describe('When it took the oldest of them'),
})
export type JobsInHand = z.infer<typeof jobsInHand>

export const queueState = z.object({
  at: z.iso.datetime(),
  tasks: z.array(taskQueue),
  workers: z.array(node).describe('Processes that take jobs'),
  inHand: z.array(jobsInHand),
})
export type QueueState = z.infer<typeof queueState>
