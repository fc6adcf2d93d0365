import { readFileSync } from 'node:fs'
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Repository } from 'aws-cdk-lib/aws-ecr'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import { CA_PATH, type Database } from './database.ts'
import { WEB_PORT } from './network.ts'
import type { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'

/** Longer than the 25 s that Berth takes at most to end in order. */
const STOP = Duration.seconds(35)
const DATA_DIR = '/var/lib/berth'
const CERTIFICATES = 'https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'
const PREPARE = readFileSync(new URL('../tasks/prepare.mjs', import.meta.url), 'utf8')

type Parts = { secrets: Secrets; database: Database; files: Bucket; settings: Settings }

export type Process = {
  name: 'web' | 'worker'
  command: string[]
  cpu: number
  memoryLimitMiB: number
  environment: Record<string, string>
  secrets: Record<string, ISecret>
  /** whether it makes the role of the database, for which it is given the admin's account */
  makesRole: boolean
}

/** One task: what is prepared, then Berth, both with a folder of their own to write to. */
export function addTask(stack: Stack, parts: Parts, process: Process): ecs.FargateTaskDefinition {
  const { secrets, database, files, settings } = parts
  const { name, cpu, memoryLimitMiB } = process
  const id = name === 'web' ? 'Web' : 'Worker'
  const task = new ecs.FargateTaskDefinition(stack, `${id}Task`, {
    cpu,
    memoryLimitMiB,
    volumes: [{ name: 'data' }],
  })
  const image = ecs.ContainerImage.fromEcrRepository(
    Repository.fromRepositoryName(stack, `${id}Image`, settings.repository),
    settings.tag,
  )
  const logs = new LogGroup(stack, `${id}Log`, {
    retention: settings.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const common = {
    image,
    readonlyRootFilesystem: true,
    user: 'node',
    logging: ecs.LogDriver.awsLogs({ streamPrefix: name, logGroup: logs }),
  }
  const prepare = task.addContainer('prepare', {
    ...common,
    essential: false,
    command: ['node', '--input-type=module', '--eval', PREPARE],
    environment: {
      CA_URL: CERTIFICATES,
      CA_PATH,
      ...(process.makesRole && {
        PGHOST: database.instance.dbInstanceEndpointAddress,
        PGDATABASE: 'postgres',
      }),
    },
    secrets: process.makesRole
      ? {
          PGUSER: ecs.Secret.fromSecretsManager(database.admin, 'username'),
          PGPASSWORD: ecs.Secret.fromSecretsManager(database.admin, 'password'),
          ROLE_PASSWORD: ecs.Secret.fromSecretsManager(database.password),
        }
      : {},
  })
  const main = task.addContainer(name, {
    ...common,
    command: process.command,
    stopTimeout: STOP,
    environment: {
      BERTH_DOMAIN: settings.domain,
      BERTH_PUBLIC_URL: `https://${settings.domain}`,
      PORT: String(WEB_PORT),
      BERTH_DB_POOL: String(settings.pool),
      BERTH_FILES_S3_BUCKET: files.bucketName,
      BERTH_FILES_S3_REGION: stack.region,
      ...process.environment,
    },
    secrets: fromManager({ DATABASE_URL: database.url, AUTH_SECRET: secrets.auth, ...process.secrets }),
    portMappings: name === 'web' ? [{ containerPort: WEB_PORT }] : [],
  })
  const mount = { containerPath: DATA_DIR, sourceVolume: 'data', readOnly: false }
  prepare.addMountPoints(mount)
  main.addMountPoints(mount)
  main.addContainerDependencies({
    container: prepare,
    condition: ecs.ContainerDependencyCondition.SUCCESS,
  })
  task.addToTaskRolePolicy(
    new PolicyStatement({
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [files.arnForObjects('*')],
    }),
  )
  return task
}

function fromManager(secrets: Record<string, ISecret>): Record<string, ecs.Secret> {
  const entries = Object.entries(secrets)
  return Object.fromEntries(entries.map(([name, secret]) => [name, ecs.Secret.fromSecretsManager(secret)]))
}
