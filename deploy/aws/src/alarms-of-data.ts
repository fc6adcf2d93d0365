import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { BELOW, PERIOD, type AlarmLine, type AlarmParts } from './alarm-line.ts'
import { MAX_CONNECTIONS } from './database.ts'

const GIB = 1024 ** 3

/** What database and cache are short of. */
export function listDatabaseLines({
  cache,
  database: { instance },
  settings,
}: AlarmParts): Record<string, AlarmLine> {
  return {
    DatabaseProcessor: {
      metric: instance.metricCPUUtilization({ period: PERIOD }),
      description: 'The database has been at its limit for a quarter of an hour.',
      threshold: 80,
      minutes: 15,
    },
    DatabaseConnections: {
      metric: instance.metricDatabaseConnections({ period: PERIOD, statistic: 'Maximum' }),
      description: `Of ${MAX_CONNECTIONS} connections hardly any are left.`,
      threshold: MAX_CONNECTIONS * 0.8,
      minutes: 5,
    },
    DatabaseStorage: {
      metric: instance.metricFreeStorageSpace({ period: PERIOD, statistic: 'Minimum' }),
      // Storage grows by itself when a tenth is left.
      description: 'The storage of the database is running out, and growing has not helped.',
      threshold: settings.databaseStorage * 0.08 * GIB,
      minutes: 15,
      comparisonOperator: BELOW,
    },
    DatabaseMemory: {
      metric: instance.metricFreeableMemory({ period: PERIOD, statistic: 'Minimum' }),
      description: 'The database has less than 256 MiB to spare.',
      threshold: GIB / 4,
      minutes: 15,
      comparisonOperator: BELOW,
    },
    ...(cache && {
      CacheMemory: {
        metric: new cloudwatch.Metric({
          namespace: 'AWS/ElastiCache',
          metricName: 'DatabaseMemoryUsagePercentage',
          dimensionsMap: { ReplicationGroupId: cache.group.ref },
          statistic: 'Maximum',
          period: PERIOD,
        }),
        description: 'The cache is nearly full; counters of limits would be dropped.',
        threshold: 80,
        minutes: 10,
      },
    }),
  }
}

/** What Berth says of its own work. */
export function listQueueLines({ numbers }: AlarmParts): Record<string, AlarmLine> {
  return {
    JobsWaiting: {
      metric: numbers('JobsWaiting', 'Minimum'),
      description: 'More than 20 jobs were due for ten minutes, or nobody could read the numbers.',
      threshold: 20,
      minutes: 10,
      isMissed: true,
    },
    JobsFailing: {
      metric: numbers('JobsFailing', 'Minimum'),
      description: 'Jobs fail and are tried again.',
      threshold: 0,
      minutes: 15,
    },
    RunsFailing: {
      metric: new cloudwatch.MathExpression({
        expression: 'DIFF(failed)',
        usingMetrics: { failed: numbers('RunsFailed', 'Maximum') },
        period: PERIOD,
        label: 'newly failed',
      }),
      description: 'A run has failed; berth runs list tells which.',
      threshold: 0,
      minutes: 1,
    },
    Silent: {
      metric: numbers('Listening', 'Maximum'),
      description: 'Web tasks hear no announcements of the database: live status is late.',
      threshold: 1,
      minutes: 3,
      comparisonOperator: BELOW,
    },
  }
}
