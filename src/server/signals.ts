import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '#src/logging/server/logger.ts'
import type { Releasers } from './releasers.ts'

/** Longest a shutdown may take, in milliseconds; then the process ends as it is. */
const SHUTDOWN_MS = 25_000

type SignalOptions = {
  logger: Logger
  /** how long to go on as before, so that whoever sends requests notices that this process is about to end */
  noticeMs?: number
}

/** Ends the process in order on SIGTERM and SIGINT; a second signal ends it at once. */
export function handleSignals(
  releasers: Releasers,
  { logger, noticeMs = 0 }: SignalOptions,
): { isClosing: () => boolean } {
  let closing = false
  function onSignal(signal: NodeJS.Signals): void {
    if (closing) process.exit(130)
    closing = true
    logger.info({ signal }, 'shutting down')
    setTimeout(() => process.exit(1), noticeMs + SHUTDOWN_MS).unref()
    void sleep(noticeMs)
      .then(() => releasers.releaseAll())
      .then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return { isClosing: () => closing }
}
