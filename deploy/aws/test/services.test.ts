import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Match } from 'aws-cdk-lib/assertions'
import { resourcesOf, synthesize, type Resource } from './template.ts'

type Container = {
  Name: string
  Command: string[]
  Environment?: { Name: string; Value: unknown }[]
  Secrets?: { Name: string }[]
  ReadonlyRootFilesystem: boolean
  User: string
  StopTimeout?: number
  DependsOn?: unknown
}

const template = synthesize({
  mailSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:smtp-AbCdEf',
})
const project = new URL('../../../', import.meta.url)
const readProject = (path: string) => readFileSync(new URL(path, project), 'utf8')

const containers = Object.values(resourcesOf(template, 'AWS::ECS::TaskDefinition')).flatMap(
  ({ Properties }) => Properties['ContainerDefinitions'] as Container[],
)

function containerNamed(name: string): Container {
  const found = containers.find(({ Name }) => Name === name)
  assert.ok(found, name)
  return found
}

const namesOf = (list: { Name: string }[] = []) => list.map(({ Name }) => Name).sort()

test('Berth is given variables that it reads', () => {
  const known = [...readProject('src/env.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name)
  for (const name of ['web', 'worker']) {
    const { Environment, Secrets } = containerNamed(name)
    const given = [...namesOf(Environment), ...namesOf(Secrets)]
    assert.deepEqual(
      given.filter((each) => !known.includes(each)),
      [],
    )
    assert.ok(given.includes('DATABASE_URL') && given.includes('BERTH_FILES_S3_BUCKET'))
  }
})

test('each process is given its own secrets and no others', () => {
  assert.deepEqual(namesOf(containerNamed('web').Secrets), [
    'AUTH_SECRET',
    'BERTH_ADMIN_PASSWORD',
    'BERTH_ENCRYPTION_KEYS',
    'BERTH_METRICS_TOKEN',
    'DATABASE_URL',
    'REDIS_URL',
  ])
  assert.deepEqual(namesOf(containerNamed('worker').Secrets), ['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL'])
  const [web, worker] = containers.filter(({ Name }) => Name === 'prepare')
  assert.deepEqual(namesOf(web?.Secrets), ['PGPASSWORD', 'PGUSER', 'ROLE_PASSWORD'])
  assert.deepEqual(namesOf(worker?.Secrets), [])
})

test('no secret stands in the template', () => {
  const text = JSON.stringify(template.toJSON())
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::SecretsManager::Secret'))) {
    assert.ok(
      Properties['GenerateSecretString'] ?? JSON.stringify(Properties['SecretString']).includes('{{resolve:'),
    )
  }
  const visible = containers.flatMap(({ Environment }) => namesOf(Environment))
  assert.deepEqual(
    visible.filter((name) => /SECRET|PASSWORD|TOKEN|KEYS|DATABASE_URL|REDIS_URL|SMTP_URL/.test(name)),
    [],
  )
  assert.ok(!/[A-Za-z0-9+/]{43}=/.test(text.replaceAll(/"Command":\[.*?\]/g, '')))
})

test('containers change nothing, are no root, and wait for what is prepared', () => {
  for (const { ReadonlyRootFilesystem, User } of containers) {
    assert.equal(ReadonlyRootFilesystem, true)
    assert.equal(User, 'node')
  }
  for (const name of ['web', 'worker']) {
    assert.deepEqual(containerNamed(name).DependsOn, [{ Condition: 'SUCCESS', ContainerName: 'prepare' }])
  }
})

test('the image starts what is in the project, and is given the time that ending takes', () => {
  const limit = /SHUTDOWN_MS = ([\d_]+)/.exec(readProject('src/server/signals.ts'))?.[1]
  assert.ok(limit)
  for (const name of ['web', 'worker']) {
    const { Command, StopTimeout } = containerNamed(name)
    assert.ok(readProject(Command[1] ?? '').length > 0)
    assert.ok((StopTimeout ?? 0) * 1000 > Number(limit.replaceAll('_', '')))
  }
})

test('the way for the certificates is the one that the address of the database names', () => {
  const image = /BERTH_DATA_DIR=(\S+)/.exec(readProject('Dockerfile'))?.[1] ?? 'none'
  const path = containerNamed('prepare').Environment?.find(({ Name }) => Name === 'CA_PATH')?.Value
  assert.ok(typeof path === 'string' && path.startsWith(`${image}/`))
  const url = Object.entries(resourcesOf(template)).find(([name]) => name.startsWith('DatabaseUrl'))?.[1]
  assert.ok(JSON.stringify(url?.Properties).includes(`sslmode=verify-full&sslrootcert=${path}`))
})

test('a release that does not start is taken back, and workers follow web', () => {
  const services = Object.entries(resourcesOf(template, 'AWS::ECS::Service'))
  for (const [, { Properties }] of services) {
    const { DeploymentCircuitBreaker, MinimumHealthyPercent } = Properties[
      'DeploymentConfiguration'
    ] as Record<string, unknown>
    assert.deepEqual(DeploymentCircuitBreaker, { Enable: true, Rollback: true })
    assert.equal(MinimumHealthyPercent, 100)
  }
  const named = (start: string) => services.find(([name]) => name.startsWith(start))
  const after = (named('WorkerService')?.[1] as Resource & { DependsOn: string[] }).DependsOn
  assert.ok(after.includes(named('WebService')?.[0] ?? 'none'))
})

test('tasks may do with files what Berth does, and nothing else', () => {
  const roles = Object.entries(resourcesOf(template, 'AWS::IAM::Policy')).filter(([name]) =>
    name.includes('TaskRole'),
  )
  assert.equal(roles.length, 2)
  for (const [, { Properties }] of roles) {
    const { Statement } = Properties['PolicyDocument'] as { Statement: { Action: string[] }[] }
    assert.deepEqual(
      Statement.map(({ Action }) => Action),
      [['s3:DeleteObject', 's3:GetObject', 's3:PutObject']],
    )
  }
})

test('no role may do everything, or do something to everything', () => {
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::IAM::Policy'))) {
    const { Statement } = Properties['PolicyDocument'] as {
      Statement: { Action: string | string[]; Resource: unknown }[]
    }
    for (const { Action, Resource: target } of Statement) {
      assert.ok(
        [Action].flat().every((action) => !action.includes('*')),
        JSON.stringify(Action),
      )
      // The one action of its kind: it gives access to a registry, not to what is in it.
      if (target === '*') assert.equal(Action, 'ecr:GetAuthorizationToken')
    }
  }
})

test('logs end', () => {
  const groups = Object.values(resourcesOf(template, 'AWS::Logs::LogGroup'))
  assert.equal(groups.length, 4)
  for (const { Properties } of groups) assert.equal(Properties['RetentionInDays'], 30)
})

test('web tasks follow the load, within the connections that the database has', () => {
  template.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
    MinCapacity: 2,
    MaxCapacity: 6,
    ServiceNamespace: 'ecs',
  })
  const [{ Properties }] = Object.values(resourcesOf(template, 'AWS::RDS::DBParameterGroup')) as [Resource]
  const { max_connections: connections } = Properties['Parameters'] as Record<string, string>
  // Six web tasks and two workers, each with its pool and one connection that listens.
  assert.ok(Number(connections) >= (6 + 2) * (16 + 1) + 20)
  template.hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: Match.anyValue() })
})
