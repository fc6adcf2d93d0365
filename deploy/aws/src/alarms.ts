import type { Stack } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { ABOVE, type AlarmParts } from './alarm-line.ts'
import { listDatabaseLines, listQueueLines } from './alarms-of-data.ts'
import { listBalancerLines, listServiceLines } from './alarms-of-services.ts'

/** What wakes somebody, each with a sentence that says what it is. */
export function addAlarms(stack: Stack, parts: AlarmParts): void {
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
