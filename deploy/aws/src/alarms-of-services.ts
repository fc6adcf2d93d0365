import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { HttpCodeElb, HttpCodeTarget } from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import { BELOW, PERIOD, type AlarmLine, type AlarmParts } from './alarm-line.ts'

/** What callers meet. */
export function listBalancerLines({
  balancer: { balancer, targets },
}: AlarmParts): Record<string, AlarmLine> {
  const { metrics } = balancer
  const failed = metrics.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, { period: PERIOD, statistic: 'Sum' })
  const all = metrics.requestCount({ period: PERIOD, statistic: 'Sum' })
  return {
    Errors: {
      // Two in a hundred, and not the one request of a quiet night.
      metric: new cloudwatch.MathExpression({
        expression: 'IF(all > 20, 100 * FILL(failed, 0) / all, 0)',
        usingMetrics: { all, failed },
        period: PERIOD,
        label: 'percent',
      }),
      description: 'More than 2 % of all requests fail in Berth.',
      threshold: 2,
      minutes: 5,
    },
    Unanswered: {
      metric: metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, { period: PERIOD, statistic: 'Sum' }),
      description: 'The balancer answers itself: no task takes the calls, or they end without an answer.',
      threshold: 5,
      minutes: 3,
    },
    Slow: {
      metric: metrics.targetResponseTime({ period: PERIOD, statistic: 'p95' }),
      description: 'One request in twenty takes longer than a second.',
      threshold: 1,
      minutes: 10,
    },
    NoWeb: {
      metric: targets.metrics.healthyHostCount({ period: PERIOD, statistic: 'Minimum' }),
      description: 'No web task answers.',
      threshold: 1,
      minutes: 2,
      comparisonOperator: BELOW,
      isMissed: true,
    },
  }
}

/** What the tasks are short of. */
export function listServiceLines({
  services: { cluster, web, worker },
}: AlarmParts): Record<string, AlarmLine> {
  return {
    WebProcessor: {
      metric: web.metricCpuUtilization({ period: PERIOD }),
      description: 'Web tasks need more processor than scaling gives them.',
      threshold: 85,
      minutes: 15,
    },
    WebMemory: {
      metric: web.metricMemoryUtilization({ period: PERIOD, statistic: 'Maximum' }),
      description: 'A web task is close to its memory.',
      threshold: 85,
      minutes: 10,
    },
    WorkerMemory: {
      metric: worker.metricMemoryUtilization({ period: PERIOD, statistic: 'Maximum' }),
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
        period: PERIOD,
      }),
      description: 'No worker runs: sign-ups wait, mails are not sent.',
      threshold: 1,
      minutes: 5,
      comparisonOperator: BELOW,
      isMissed: true,
    },
  }
}
