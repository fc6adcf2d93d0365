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
  if (error.status === 503) res.setHeader('retry-after', '2')
  respondJson(res, error.status, body)
}
