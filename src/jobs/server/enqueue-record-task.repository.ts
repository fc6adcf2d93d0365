import { z } from 'zod'
import type { TenantTx } from '#src/db/server/database.ts'
import { defineTask, PRIORITY, type TaskDefinition } from './define-task.ts'

const recordPayload = z.object({ tenantId: z.uuid(), recordId: z.uuid() })
/** What work about one record of a tenant is told; the rest it reads when it starts. */
export type RecordPayload = z.infer<typeof recordPayload>

/**
 * Declares work about one record, which the tenant's own transactions may queue. Of one tenant a process has one such
 * job in hand at a time: others need not wait for what it has queued.
 */
export function defineRecordTask(name: `record.${string}`): TaskDefinition<RecordPayload> {
  return defineTask(name, recordPayload, { priority: PRIORITY.later })
}

/**
 * Queues work about a record in the transaction that changes it: it starts when that commits, once, however
 * often it was asked for until then.
 */
export async function enqueueRecordTask(
  tx: TenantTx,
  { name }: TaskDefinition<RecordPayload>,
  recordId: string,
): Promise<void> {
  await tx.$executeRaw`select tenant_gateway.enqueue_record_task(${name}, ${recordId}::uuid)`
}
