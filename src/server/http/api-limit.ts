import type { ServerResponse } from 'node:http'
import type { CallContext } from '#src/trpc/server/context.ts'
import { subjectOfCaller } from '#src/trpc/server/declared-limits.ts'
import type { Standing } from '#src/limits/server/standing.ts'

/**
 * Counts a request of the API against its caller, and tells programs how much they have left.
 * @param calls how many calls the request carries
 * @throws AppError RATE_LIMITED
 */
export async function requireApiLimit(
  ctx: Pick<CallContext, 'limits' | 'identity' | 'ip'>,
  res: ServerResponse,
  calls: number,
): Promise<void> {
  const { limit, remaining, resetSeconds }: Standing = await ctx.limits.take(
    'api',
    subjectOfCaller(ctx),
    calls,
  )
  res.setHeader('ratelimit-limit', limit)
  res.setHeader('ratelimit-remaining', remaining)
  res.setHeader('ratelimit-reset', resetSeconds)
}
