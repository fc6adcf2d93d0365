import { RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '#src/shared/errors/app-error.ts'

/** How far somebody has used a limit up. */
export type Standing = {
  limit: number
  used: number
  remaining: number
  /** seconds until the count begins anew, at least 1 */
  resetSeconds: number
}

/** What the counting library answers, in our words. */
export function standingOf({ consumedPoints, msBeforeNext }: RateLimiterRes, limit: number): Standing {
  return {
    limit,
    used: consumedPoints,
    remaining: Math.max(limit - consumedPoints, 0),
    resetSeconds: Math.max(Math.ceil(msBeforeNext / 1_000), 1),
  }
}

/** The library throws its answer when the limit is reached, and errors when it could not count. */
export function isRefusal(thrown: unknown): thrown is RateLimiterRes {
  return thrown instanceof RateLimiterRes
}

/** @returns the error that says when to come again */
export function rateLimited({ resetSeconds }: Standing): AppError {
  return new AppError('RATE_LIMITED', { details: { retryAfterSeconds: resetSeconds } })
}
