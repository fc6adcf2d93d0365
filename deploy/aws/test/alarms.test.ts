import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Match } from 'aws-cdk-lib/assertions'
import { resourcesOf, synthesize } from './template.ts'

const template = synthesize({ alarmEmail: 'night@berth.example' })
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm')

test('each alarm says what it is, and reaches somebody', () => {
  assert.ok(Object.keys(alarms).length >= 16)
  for (const { Properties } of Object.values(alarms)) {
    assert.match(String(Properties['AlarmDescription']), /\w+ .+\.$/)
    assert.equal((Properties['AlarmActions'] as unknown[]).length, 1)
  }
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'night@berth.example',
  })
})

test('errors, slowness, processor, connections, storage and queue are watched', () => {
  const watched = JSON.stringify(alarms)
  for (const metric of [
    'HTTPCode_Target_5XX_Count',
    'HTTPCode_ELB_5XX_Count',
    'TargetResponseTime',
    'HealthyHostCount',
    'RunningTaskCount',
    'CPUUtilization',
    'MemoryUtilization',
    'DatabaseConnections',
    'FreeStorageSpace',
    'JobsWaiting',
    'RunsFailed',
    'Listening',
  ]) {
    assert.ok(watched.includes(`"${metric}"`), metric)
  }
})

test('silence about what is vital is an alarm', () => {
  for (const MetricName of ['JobsWaiting', 'RunningTaskCount', 'HealthyHostCount']) {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName, TreatMissingData: 'breaching' })
  }
})

test('the numbers of the queue are read each minute, with nothing but the token', () => {
  template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' })
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ METRICS_URL: 'https://berth.example/metrics' }) },
  })
})
