import { formatCallError } from '#src/trpc/server/error-formatter.ts'

/**
 * Calls again while the answer is that the system is busy, as callers are told to: on a slow machine a crowd waits
 * longer for its connections than a call may.
 */
export async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (formatCallError(error).error.code !== 'DEPENDENCY_UNAVAILABLE') throw error
    }
  }
}
