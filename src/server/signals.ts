import type { Logger } from '#src/logging/server/logger.ts'
import type { Releasers } from './releasers.ts'

/** Longest a shutdown may take, in milliseconds; then the process ends as it is. */
const SHUTDOWN_MS = 25_000

/** Ends the process in order on SIGTERM and SIGINT; a second signal ends it at once. */
export function handleSignals(releasers: Releasers, logger: Logger): { isClosing: () => boolean } {
  let closing = false
  function onSignal(signal: NodeJS.Signals): void {
    if (closing) process.exit(130)
    closing = true
    logger.info({ signal }, 'shutting down')
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
    void releasers.releaseAll().then(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return { isClosing: () => closing }
}
