import type { z } from 'zod'
import type { TaskList } from 'graphile-worker'
import { withLogContext, type LogContext } from '#src/logging/server/log-context.ts'

/**
 * How soon work is begun: what somebody looks at and waits for, what is usual, and what a tenant queues in any
 * number (see `defineRecordTask`). The queue takes the smallest number first.
 */
export const PRIORITY = { urgent: -10, usual: 0, later: 10 } as const
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

/** A kind of background work: its name in the queue and the payload it takes. */
export type TaskDefinition<T> = { name: string; payload: z.ZodType<T>; priority: Priority }

/** A definition together with the code that does the work. */
export type Task = {
  name: string
  handle: (payload: unknown) => Promise<void>
  /** repeated by the clock, in cron's notation (UTC); one worker of all does it */
  schedule?: string
  /** `PRIORITY.usual` unless given; work that is urgent has places of its own */
  priority?: Priority
}

/** Declares a task. The handler is bound apart from it, so that queueing never loads the worker's code. */
export function defineTask<T>(
  name: string,
  payload: z.ZodType<T>,
  { priority = PRIORITY.usual }: { priority?: Priority } = {},
): TaskDefinition<T> {
  return { name, payload, priority }
}

/**
 * Binds the code of a task. The payload was written by us, but it lay in a table: it is checked before use,
 * and its ids appear in the log lines of the work.
 */
export function implementTask<T extends object>(
  { name, payload, priority }: TaskDefinition<T>,
  handle: (payload: T) => Promise<void>,
): Task {
  return {
    name,
    priority,
    handle: async (raw) => {
      const parsed = payload.parse(raw)
      await withLogContext(idsIn(parsed), () => handle(parsed))
    },
  }
}

function idsIn(payload: object): LogContext {
  return {
    ...('tenantId' in payload && typeof payload.tenantId === 'string' ? { tenantId: payload.tenantId } : {}),
    ...('runId' in payload && typeof payload.runId === 'string' ? { runId: payload.runId } : {}),
  }
}

/** The form in which the queue's runner takes tasks. */
export function toTaskList(tasks: readonly Task[]): TaskList {
  return Object.fromEntries(tasks.map(({ name, handle }) => [name, handle]))
}
