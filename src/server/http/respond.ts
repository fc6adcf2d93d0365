import type { ServerResponse } from 'node:http'
import type { AppError } from '#src/shared/errors/app-error.ts'
import type { ErrorBody } from '#src/shared/errors/catalogue.ts'

/** Answers with JSON that nobody may cache. */
export function respondJson(res: ServerResponse, status: number, body: unknown): void {
  if (res.writableEnded) return
  res.statusCode = status
  res.setHeader('content-type', 'application/json; charset=utf-8')
  res.setHeader('cache-control', 'no-store')
  res.end(JSON.stringify(body))
}

/** Answers with the error shape every client knows. */
export function respondError(res: ServerResponse, error: AppError, requestId: string): void {
  const { code, message, details } = error
  const body: ErrorBody = { error: { code, message, requestId, ...(details ? { details } : {}) } }
  for (const [name, value] of Object.entries(retryAfter(error))) res.setHeader(name, value)
  respondJson(res, error.status, body)
}

/** The header that says when to come again, where that is known. */
export function retryAfter(error: AppError | undefined): Record<string, string> {
  const seconds = error?.retryAfterSeconds ?? null
  return seconds === null ? {} : { 'retry-after': String(seconds) }
}
