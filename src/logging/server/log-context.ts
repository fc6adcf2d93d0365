import { AsyncLocalStorage } from 'node:async_hooks'

/** What every log line of one request or job carries. */
export type LogContext = { requestId?: string; tenantId?: string; runId?: string; userId?: string }

const storage = new AsyncLocalStorage<LogContext>()

/** Runs `body` so that its log lines carry `context` on top of what surrounds it. */
export function withLogContext<T>(context: LogContext, body: () => T): T {
  return storage.run({ ...storage.getStore(), ...context }, body)
}

/** Adds fields to the context of the request or job that is running; without one, does nothing. */
export function extendLogContext(context: LogContext): void {
  const current = storage.getStore()
  if (current) Object.assign(current, context)
}

/** The fields of the request or job that is running. */
export function currentLogContext(): LogContext {
  return storage.getStore() ?? {}
}
