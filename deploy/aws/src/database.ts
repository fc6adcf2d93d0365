import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import * as rds from 'aws-cdk-lib/aws-rds'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Network } from './network.ts'
import { addComposed, addGenerated } from './secrets.ts'
import type { Settings } from './settings.ts'

export const MAX_CONNECTIONS = 200
/** Where each task puts the certificates of RDS before it starts. */
export const CA_PATH = '/var/lib/berth/rds-ca.pem'
const IDENTIFIER = 'berth'

export type Database = {
  instance: rds.DatabaseInstance
  /** of the account that makes Berth's own role, and is used for nothing else */
  admin: ISecret
  /** of Berth's own role, which is no superuser */
  password: ISecret
  url: ISecret
}

/** PostgreSQL, encrypted, backed up, in two zones if wanted. */
export function addDatabase(
  stack: Stack,
  { network, settings }: { network: Network; settings: Settings },
): Database {
  const { isProtected, isMultiZone } = settings
  const engine = rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_18 })
  const admin = new rds.DatabaseSecret(stack, 'DatabaseAdmin', { username: 'postgres' })
  // There before the database writes to it, or it would be kept for ever.
  const log = new LogGroup(stack, 'DatabaseLog', {
    logGroupName: `/aws/rds/instance/${IDENTIFIER}/postgresql`,
    retention: settings.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const instance = new rds.DatabaseInstance(stack, 'Database', {
    engine,
    instanceIdentifier: IDENTIFIER,
    credentials: rds.Credentials.fromSecret(admin),
    instanceType: new ec2.InstanceType(settings.databaseClass),
    vpc: network.vpc,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    securityGroups: [network.database],
    publiclyAccessible: false,
    multiAz: isMultiZone,
    allocatedStorage: settings.databaseStorage,
    maxAllocatedStorage: settings.databaseStorage * 10,
    storageType: rds.StorageType.GP3,
    storageEncrypted: true,
    backupRetention: Duration.days(14),
    deleteAutomatedBackups: !isProtected,
    deletionProtection: isProtected,
    removalPolicy: isProtected ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT,
    copyTagsToSnapshot: true,
    autoMinorVersionUpgrade: true,
    cloudwatchLogsExports: ['postgresql'],
    parameterGroup: new rds.ParameterGroup(stack, 'DatabaseSettings', {
      engine,
      description: 'As the embedded server of Berth is set',
      parameters: {
        max_connections: String(MAX_CONNECTIONS),
        // Dropping the schema of a tenant locks each of its objects.
        max_locks_per_transaction: '1024',
        random_page_cost: '1.1',
        jit: '0',
        'rds.force_ssl': '1',
        log_min_duration_statement: '1000',
      },
    }),
  })
  instance.node.addDependency(log)
  const password = addGenerated(stack, 'DatabasePassword', { length: 40 })
  const url = addComposed(stack, 'DatabaseUrl', [
    'postgres://berth:',
    password.secretValue.unsafeUnwrap(),
    '@',
    instance.dbInstanceEndpointAddress,
    `:5432/berth?sslmode=verify-full&sslrootcert=${CA_PATH}`,
  ])
  return { instance, admin, password, url }
}
