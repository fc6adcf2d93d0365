import type { z } from 'zod'
import type { TaskList } from 'graphile-worker'
import { withLogContext, type LogContext } from '#src/logging/server/log-context.ts'

/** A kind of background work: its name in the queue and the payload it takes. */
export type TaskDefinition<T> = { name: string; payload: z.ZodType<T> }

/** A definition together with the code that does the work. */
export type Task = {
  name: string
  handle: (payload: unknown) => Promise<void>
  /** repeated by the clock, in cron's notation (UTC); one worker of all does it */
  schedule?: string
}

/** Declares a task. The handler is bound apart from it, so that queueing never loads the worker's code. */
export function defineTask<T>(name: string, payload: z.ZodType<T>): TaskDefinition<T> {
  return { name, payload }
}

/**
 * Binds the code of a task. The payload was written by us, but it lay in a table: it is checked before use,
 * and its ids appear in the log lines of the work.
 */
export function implementTask<T extends object>(
  { name, payload }: TaskDefinition<T>,
  handle: (payload: T) => Promise<void>,
): Task {
  return {
    name,
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
