import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { embedNumbers, summarize } from '../lambda/numbers.mjs'

const TEXT = `# HELP berth_jobs_waiting Jobs that are due and not taken.
# TYPE berth_jobs_waiting gauge
berth_jobs_waiting{task="mail.send"} 3
berth_jobs_waiting{task="provisioning.execute"} 4
berth_jobs_failing{task="mail.send"} 1
berth_runs{kind="create-tenant",state="failed"} 2
berth_runs{kind="delete-tenant",state="failed"} 1
berth_runs{kind="create-tenant",state="pending"} 5
berth_db_waiting 6
berth_listening 1
`

test('what the processes tell is summed up', () => {
  assert.deepEqual(summarize(TEXT), {
    JobsWaiting: 7,
    JobsFailing: 1,
    RunsPending: 5,
    RunsFailed: 3,
    QueriesWaiting: 6,
    Listening: 1,
  })
})

test('a queue that is empty has nobody waiting', () => {
  assert.equal(summarize('berth_listening 1\n').JobsWaiting, 0)
})

test('the names are those that the product tells', () => {
  const product = ['readings.ts', 'fleet-readings.ts']
    .map((name) => readFileSync(new URL(`../../../src/server/metrics/${name}`, import.meta.url), 'utf8'))
    .join('\n')
  const lambda = readFileSync(new URL('../lambda/numbers.mjs', import.meta.url), 'utf8')
  const asked = [...lambda.matchAll(/'(berth_\w+)'/g)].map(([, name]) => name ?? '')
  assert.equal(asked.length, 6)
  for (const name of asked) assert.ok(product.includes(`'${name}'`), name)
})

test('CloudWatch is told which of them are numbers', () => {
  const line = embedNumbers({ JobsWaiting: 7 }, 1000)
  assert.deepEqual(line, {
    _aws: {
      Timestamp: 1000,
      CloudWatchMetrics: [
        { Namespace: 'Berth', Dimensions: [[]], Metrics: [{ Name: 'JobsWaiting', Unit: 'Count' }] },
      ],
    },
    JobsWaiting: 7,
  })
})
