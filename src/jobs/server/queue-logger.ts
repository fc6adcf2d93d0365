import { Logger as QueueLogger } from 'graphile-worker'
import type { Logger } from '#src/logging/server/logger.ts'

/** Hands the job queue's own messages to our log; its info lines are of interest only when debugging. */
export function createQueueLogger(logger: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message) => {
    const line = { queue: scope }
    if (level === 'error') logger.error(line, message)
    else if (level === 'warning') logger.warn(line, message)
    else logger.debug(line, message)
  })
}
