import { fileURLToPath } from 'node:url'
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Code, Function as LambdaCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'

const FOLDER = fileURLToPath(new URL('../lambda', import.meta.url))

export type QueueNumber =
  'JobsWaiting' | 'JobsFailing' | 'RunsPending' | 'RunsFailed' | 'QueriesWaiting' | 'Listening'
/** A number of Berth's own as CloudWatch knows it: one value a minute. */
export type QueueNumbers = (name: QueueNumber, statistic: 'Minimum' | 'Maximum') => Metric

/** Brings the numbers of queue and runs to CloudWatch, which cannot read /metrics. */
export function addQueueNumbers(
  stack: Stack,
  { secrets, settings }: { secrets: Secrets; settings: Settings },
): QueueNumbers {
  const reader = new LambdaCode(stack, 'ReadNumbers', {
    description: 'Reads the numbers of Berth once a minute.',
    runtime: Runtime.NODEJS_24_X,
    code: Code.fromAsset(FOLDER),
    handler: 'read-numbers.handler',
    timeout: Duration.seconds(30),
    environment: {
      METRICS_URL: `https://${settings.domain}/metrics`,
      TOKEN_SECRET: secrets.metricsToken.secretArn,
    },
    logGroup: new LogGroup(stack, 'NumbersLog', {
      retention: settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  })
  secrets.metricsToken.grantRead(reader)
  new Rule(stack, 'EachMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(reader, { retryAttempts: 0 })],
  })
  return (metricName, statistic) =>
    new Metric({ namespace: 'Berth', metricName, statistic, period: Duration.minutes(1) })
}
