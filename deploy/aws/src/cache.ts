import type { Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Network } from './network.ts'
import { addComposed, addGenerated } from './secrets.ts'
import type { Settings } from './settings.ts'

export type Cache = { group: CfnReplicationGroup; url: ISecret }

/** Valkey, which speaks Redis: it counts limits. Nothing in it has to survive. */
export function addCache(
  stack: Stack,
  { network, settings: { isMultiZone } }: { network: Network; settings: Settings },
): Cache {
  const token = addGenerated(stack, 'CacheToken', { length: 64 })
  const subnets = new CfnSubnetGroup(stack, 'CacheSubnets', {
    description: 'Where the cache of Berth lies',
    subnetIds: network.vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }).subnetIds,
  })
  const group = new CfnReplicationGroup(stack, 'Cache', {
    replicationGroupDescription: 'Counters of Berth',
    engine: 'valkey',
    engineVersion: '8.0',
    cacheNodeType: 'cache.t4g.micro',
    cacheSubnetGroupName: subnets.ref,
    securityGroupIds: [network.cache.securityGroupId],
    numCacheClusters: isMultiZone ? 2 : 1,
    automaticFailoverEnabled: isMultiZone,
    multiAzEnabled: isMultiZone,
    transitEncryptionEnabled: true,
    atRestEncryptionEnabled: true,
    authToken: token.secretValue.unsafeUnwrap(),
    snapshotRetentionLimit: 0,
  })
  const url = addComposed(stack, 'CacheUrl', [
    'rediss://:',
    token.secretValue.unsafeUnwrap(),
    '@',
    group.attrPrimaryEndPointAddress,
    ':6379',
  ])
  return { group, url }
}
