import { Redis } from 'ioredis'
import type { Logger } from '#src/logging/server/logger.ts'

/** A connection to Redis that may be away at any time. */
export type RedisConnection = { client: Redis; isUp: () => boolean; close: () => void }

/** In milliseconds: whoever waits for Redis waits for something that is not vital. */
const TIMEOUTS = { connectTimeout: 2_000, commandTimeout: 500 }
const LONGEST_PAUSE_MS = 5_000

/**
 * Connects, now and after each loss, for as long as it is not closed. Commands fail at once while Redis is
 * away; one outage is one warning.
 */
export function openRedis(url: string, logger: Logger): RedisConnection {
  let isClosing = false
  let isAway = false
  const client = new Redis(url, {
    ...TIMEOUTS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 200, LONGEST_PAUSE_MS),
  })
  function warn(err?: Error): void {
    if (isAway || isClosing) return
    isAway = true
    logger.warn({ err }, 'Redis is away: PostgreSQL counts limits until it is back')
  }
  client.on('error', warn)
  client.on('close', () => warn())
  client.on('ready', () => {
    if (isAway) logger.info('Redis is back')
    isAway = false
  })
  return {
    client,
    isUp: () => client.status === 'ready',
    close: () => {
      isClosing = true
      client.disconnect()
    },
  }
}
