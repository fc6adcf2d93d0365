import type { Pool } from 'pg'
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { PLATFORM_SCHEMA } from '#src/db/server/tenant-scope.ts'
import type { LimitName, Rate } from './limit-table.ts'
import type { RedisConnection } from './redis-connection.ts'

/** Where counts are kept. */
export type CountStore = {
  /** opens every statement in the platform's scope */
  pool: Pool
  /** counts there while it is up */
  redis: RedisConnection | null
}

/**
 * The count of one limit: in Redis if there is one, else in PostgreSQL, and in memory should that be away, so
 * that counting itself never fails a call.
 */
export function createCounter({ pool, redis }: CountStore, name: LimitName, rate: Rate): RateLimiterAbstract {
  const options = { keyPrefix: name, points: rate.points, duration: rate.seconds }
  const postgres = new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    schemaName: PLATFORM_SCHEMA,
    tableName: 'rate_limits',
    // A migration made the table, and housekeeping empties it.
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(options),
  })
  if (!redis) return postgres
  return new RateLimiterRedis({
    ...options,
    keyPrefix: `berth:${name}`,
    storeClient: redis.client,
    rejectIfRedisNotReady: true,
    insuranceLimiter: postgres,
  })
}
