import { Duration, type Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Cache } from './cache.ts'
import type { Database } from './database.ts'
import type { Network } from './network.ts'
import type { Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { addTask } from './task.ts'

export type Services = { cluster: ecs.Cluster; web: ecs.FargateService; worker: ecs.FargateService }

type Parts = {
  network: Network
  secrets: Secrets
  database: Database
  cache: Cache | null
  files: Bucket
  settings: Settings
}

/** Web and worker: one image, two commands, each with the secrets it needs and no others. */
export function addServices(stack: Stack, parts: Parts): Services {
  const { network, secrets, database, cache, settings } = parts
  const cluster = new ecs.Cluster(stack, 'Cluster', {
    vpc: network.vpc,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
  })
  const web = addTask(stack, parts, {
    name: 'web',
    command: ['node', 'src/server/start.ts'],
    cpu: 1024,
    memoryLimitMiB: 2048,
    environment: {
      BERTH_WORKER: 'off',
      BERTH_TRUSTED_PROXIES: network.balancerRanges.join(','),
      BERTH_ADMIN_EMAIL: settings.adminEmail ?? `admin@${settings.domain}`,
    },
    secrets: {
      BERTH_ENCRYPTION_KEYS: secrets.encryptionKeys,
      BERTH_METRICS_TOKEN: secrets.metricsToken,
      BERTH_ADMIN_PASSWORD: secrets.adminPassword,
      ...(cache && { REDIS_URL: cache.url }),
    },
    makesRole: true,
  })
  const worker = addTask(stack, parts, {
    name: 'worker',
    command: ['node', 'src/server/worker.ts'],
    cpu: 512,
    memoryLimitMiB: 1024,
    environment: { BERTH_MAIL_FROM: `Berth <no-reply@${settings.domain}>` },
    secrets: { ...(secrets.mail && { SMTP_URL: secrets.mail }) },
    makesRole: false,
  })
  const common = {
    cluster,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
    assignPublicIp: false,
    circuitBreaker: { rollback: true },
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
  }
  const webService = new ecs.FargateService(stack, 'WebService', {
    ...common,
    taskDefinition: web,
    desiredCount: settings.webMin,
    securityGroups: [network.web],
    healthCheckGracePeriod: Duration.minutes(3),
  })
  const workerService = new ecs.FargateService(stack, 'WorkerService', {
    ...common,
    taskDefinition: worker,
    desiredCount: settings.workers,
    securityGroups: [network.worker],
  })
  webService
    .autoScaleTaskCount({ minCapacity: settings.webMin, maxCapacity: settings.webMax })
    .scaleOnCpuUtilization('WebProcessor', {
      targetUtilizationPercent: 65,
      scaleOutCooldown: Duration.minutes(1),
      // Who goes takes its sockets along.
      scaleInCooldown: Duration.minutes(10),
    })
  // No connection to a database that is not there yet.
  for (const service of [webService, workerService]) service.node.addDependency(database.instance)
  return { cluster, web: webService, worker: workerService }
}
