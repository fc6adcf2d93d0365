import { Duration } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import type { Balancer } from './balancer.ts'
import type { Cache } from './cache.ts'
import type { Database } from './database.ts'
import type { QueueNumbers } from './queue-numbers.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

export const { GREATER_THAN_THRESHOLD: ABOVE, LESS_THAN_THRESHOLD: BELOW } = cloudwatch.ComparisonOperator
export const PERIOD = Duration.minutes(1)

export type AlarmParts = {
  balancer: Balancer
  cache: Cache | null
  database: Database
  numbers: QueueNumbers
  services: Services
  settings: Settings
}
/** What is watched, and from where on it is an alarm. */
export type AlarmLine = {
  metric: cloudwatch.IMetric
  description: string
  threshold: number
  /** in minutes; all of them have to be beyond the threshold */
  minutes: number
  comparisonOperator?: cloudwatch.ComparisonOperator
  /** whether no number is as bad as a bad one */
  isMissed?: boolean
}
