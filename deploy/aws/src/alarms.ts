import { Duration, type Stack } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { HttpCodeElb, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Balancer } from './balancer.ts'
import type { Cache } from './cache.ts'
import { MAX_CONNECTIONS, type Database } from './database.ts'
import type { QueueNumbers } from './queue-numbers.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

const GIB = 1024 ** 3
const { GREATER_THAN_THRESHOLD: ABOVE, LESS_THAN_THRESHOLD: BELOW } = cloudwatch.ComparisonOperator

type Parts = {
  balancer: Balancer
  cache: Cache | null
  database: Database
  numbers: QueueNumbers
  services: Services
  settings: Settings
}
type Line = {
  metric: cloudwatch.IMetric
  description: string
  threshold: number
  /** in minutes; all of them have to be beyond the threshold */
  minutes: number
  comparisonOperator?: cloudwatch.ComparisonOperator
  /** whether no number is as bad as a bad one */
  isMissed?: boolean
}

/** What wakes somebody, each with a sentence that says what it is. */
export function addAlarms(stack: Stack, parts: Parts): void {
  const topic = new Topic(stack, 'Alarms', { displayName: 'Berth' })
  if (parts.settings.alarmEmail) topic.addSubscription(new EmailSubscription(parts.settings.alarmEmail))
  const action = new SnsAction(topic)
  const lines = {
    ...listBalancerLines(parts),
    ...listServiceLines(parts),
    ...listDatabaseLines(parts),
    ...listQueueLines(parts),
  }
  for (const [id, line] of Object.entries(lines)) {
    const alarm = new cloudwatch.Alarm(stack, `${id}Alarm`, {
      metric: line.metric,
      alarmDescription: line.description,
      threshold: line.threshold,
      evaluationPeriods: line.minutes,
      comparisonOperator: line.comparisonOperator ?? ABOVE,
      treatMissingData: line.isMissed
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
  }
}

const period = Duration.minutes(1)

function listBalancerLines({ balancer: { balancer, targets } }: Parts): Record<string, Line> {
  const { metrics } = balancer
  const failed = metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period, statistic: 'Sum' })
  const all = metrics.requestCount({ period, statistic: 'Sum' })
  return {
    Errors: {
      // Two in a hundred, and not the one request of a quiet night.
      metric: new cloudwatch.MathExpression({
        expression: 'IF(all > 20, 100 * FILL(failed, 0) / all, 0)',
        usingMetrics: { all, failed },
        period,
        label: 'percent',
      }),
      description: 'More than 2 % of all requests fail in Berth.',
      threshold: 2,
      minutes: 5,
    },
    Unanswered: {
      metric: metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, { period, statistic: 'Sum' }),
      description: 'The balancer answers itself: no task takes the calls, or they end without an answer.',
      threshold: 5,
      minutes: 3,
    },
    Slow: {
      metric: metrics.targetResponseTime({ period, statistic: 'p95' }),
      description: 'One request in twenty takes longer than a second.',
      threshold: 1,
      minutes: 10,
    },
    NoWeb: {
      metric: targets.metrics.healthyHostCount({ period, statistic: 'Minimum' }),
      description: 'No web task answers.',
      threshold: 1,
      minutes: 2,
      comparisonOperator: BELOW,
      isMissed: true,
    },
  }
}

function listServiceLines({ services: { cluster, web, worker } }: Parts): Record<string, Line> {
  return {
    WebProcessor: {
      metric: web.metricCpuUtilization({ period }),
      description: 'Web tasks need more processor than scaling gives them.',
      threshold: 85,
      minutes: 15,
    },
    WebMemory: {
      metric: web.metricMemoryUtilization({ period, statistic: 'Maximum' }),
      description: 'A web task is close to its memory.',
      threshold: 85,
      minutes: 10,
    },
    WorkerMemory: {
      metric: worker.metricMemoryUtilization({ period, statistic: 'Maximum' }),
      description: 'A worker is close to its memory.',
      threshold: 85,
      minutes: 10,
    },
    NoWorker: {
      metric: new cloudwatch.Metric({
        namespace: 'ECS/ContainerInsights',
        metricName: 'RunningTaskCount',
        dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: worker.serviceName },
        statistic: 'Minimum',
        period,
      }),
      description: 'No worker runs: sign-ups wait, mails are not sent.',
      threshold: 1,
      minutes: 5,
      comparisonOperator: BELOW,
      isMissed: true,
    },
  }
}

function listDatabaseLines({ cache, database: { instance }, settings }: Parts): Record<string, Line> {
  return {
    DatabaseProcessor: {
      metric: instance.metricCPUUtilization({ period }),
      description: 'The database has been at its limit for a quarter of an hour.',
      threshold: 80,
      minutes: 15,
    },
    DatabaseConnections: {
      metric: instance.metricDatabaseConnections({ period, statistic: 'Maximum' }),
      description: `Of ${MAX_CONNECTIONS} connections hardly any are left.`,
      threshold: MAX_CONNECTIONS * 0.8,
      minutes: 5,
    },
    DatabaseStorage: {
      metric: instance.metricFreeStorageSpace({ period, statistic: 'Minimum' }),
      // Storage grows by itself when a tenth is left.
      description: 'The storage of the database is running out, and growing has not helped.',
      threshold: settings.databaseStorage * 0.08 * GIB,
      minutes: 15,
      comparisonOperator: BELOW,
    },
    DatabaseMemory: {
      metric: instance.metricFreeableMemory({ period, statistic: 'Minimum' }),
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
          period,
        }),
        description: 'The cache is nearly full; counters of limits would be dropped.',
        threshold: 80,
        minutes: 10,
      },
    }),
  }
}

function listQueueLines({ numbers }: Parts): Record<string, Line> {
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
        period,
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
