import type { Logger } from '#src/logging/server/logger.ts'
import { toCallError } from '#src/trpc/server/error-formatter.ts'

/** Our own failures are errors with their cause; what callers did wrong is worth a line only when debugging. */
export function logCallError(logger: Logger, error: unknown, path: string | undefined): void {
  const { code, status } = toCallError(error)
  if (status >= 500 && code !== 'DEPENDENCY_UNAVAILABLE')
    logger.error({ err: error, path, code }, 'call failed')
  else if (status >= 500) logger.warn({ err: error, path, code }, 'call failed')
  else logger.debug({ path, code }, 'call refused')
}
