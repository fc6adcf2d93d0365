import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Match } from 'aws-cdk-lib/assertions'
import { resourcesOf, synthesize } from './template.ts'

const template = synthesize()

test('the database is PostgreSQL 18, encrypted, in two zones, backed up, out of reach', () => {
  template.hasResource('AWS::RDS::DBInstance', {
    DeletionPolicy: 'Retain',
    Properties: {
      Engine: 'postgres',
      EngineVersion: '18',
      StorageEncrypted: true,
      MultiAZ: true,
      BackupRetentionPeriod: 14,
      DeletionProtection: true,
      PubliclyAccessible: false,
      MaxAllocatedStorage: 500,
    },
  })
  template.hasResourceProperties('AWS::RDS::DBParameterGroup', {
    Family: 'postgres18',
    Parameters: Match.objectLike({ max_locks_per_transaction: '1024', 'rds.force_ssl': '1' }),
  })
})

test('one zone is cheaper, and a stack to try things leaves nothing behind', () => {
  const small = synthesize({ multiZone: 'false', protect: 'false', cache: 'false' })
  small.hasResourceProperties('AWS::RDS::DBInstance', { MultiAZ: false, DeletionProtection: false })
  small.resourceCountIs('AWS::EC2::NatGateway', 1)
  small.resourceCountIs('AWS::ElastiCache::ReplicationGroup', 0)
  const kept = Object.values(resourcesOf(small)).filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')
  assert.deepEqual(kept, [])
})

test('what data hangs on outlives the stack', () => {
  const kept = Object.entries(resourcesOf(template)).filter(([, each]) => each.DeletionPolicy === 'Retain')
  const types = kept.map(([name]) => name.replace(/[0-9A-F]{8}$/, '')).sort()
  assert.deepEqual(types, ['AuthSecret', 'Database', 'DatabaseSubnetGroup', 'EncryptionKey', 'Files'])
})

test('the cache talks in cipher, and asks for a token', () => {
  template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    Engine: 'valkey',
    TransitEncryptionEnabled: true,
    AtRestEncryptionEnabled: true,
    AutomaticFailoverEnabled: true,
    AuthToken: Match.anyValue(),
  })
})

test('files are private, encrypted, and there for a month after they were removed', () => {
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    BucketEncryption: Match.anyValue(),
    VersioningConfiguration: { Status: 'Enabled' },
    LifecycleConfiguration: {
      Rules: [Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } })],
    },
  })
})

test('nothing is let in but https to the balancer, calls to web, and web and workers to their data', () => {
  const rules = Object.values(resourcesOf(template, 'AWS::EC2::SecurityGroupIngress'))
  const described = rules.map(
    ({ Properties }) => `${String(Properties['Description'])} ${String(Properties['FromPort'])}`,
  )
  assert.deepEqual(described.sort(), ['calls 3000', 'counters 6379', 'queries 5432', 'queries 5432'])
  const open = Object.values(resourcesOf(template, 'AWS::EC2::SecurityGroup'))
    .flatMap(
      ({ Properties }) =>
        (Properties['SecurityGroupIngress'] ?? []) as { CidrIp: string; FromPort: number }[],
    )
    .map(({ CidrIp, FromPort }) => `${CidrIp} ${FromPort}`)
  assert.deepEqual(open.sort(), ['0.0.0.0/0 443', '0.0.0.0/0 80'])
})
