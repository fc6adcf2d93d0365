import type { Stack } from 'aws-cdk-lib'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import type { Settings } from './settings.ts'

export const WEB_PORT = 3000
const POSTGRES_PORT = 5432
const REDIS_PORT = 6379

export type Network = {
  vpc: ec2.Vpc
  balancer: ec2.SecurityGroup
  web: ec2.SecurityGroup
  worker: ec2.SecurityGroup
  database: ec2.SecurityGroup
  cache: ec2.SecurityGroup
  /** where the balancer's addresses come from: what X-Forwarded-For is believed from */
  balancerRanges: string[]
}

/** Three layers: the balancer in public, services with a way out, database and cache without any. */
export function addNetwork(stack: Stack, { isMultiZone }: Settings): Network {
  const vpc = new ec2.Vpc(stack, 'Network', {
    ipAddresses: ec2.IpAddresses.cidr('10.40.0.0/16'),
    maxAzs: 2,
    natGateways: isMultiZone ? 2 : 1,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
      { name: 'services', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 22 },
      { name: 'data', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
    ],
    // Files do not go through the paid way out.
    gatewayEndpoints: { files: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
  })

  function addGroup(id: string, description: string, allowAllOutbound: boolean): ec2.SecurityGroup {
    return new ec2.SecurityGroup(stack, id, { vpc, description, allowAllOutbound })
  }
  const balancer = addGroup('BalancerGroup', 'The balancer, from everywhere.', false)
  const web = addGroup('WebGroup', 'Web processes, from the balancer.', true)
  const worker = addGroup('WorkerGroup', 'Workers, from nowhere.', true)
  const database = addGroup('DatabaseGroup', 'PostgreSQL, from web and workers.', false)
  const cache = addGroup('CacheGroup', 'The cache, from web processes.', false)
  balancer.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'https')
  balancer.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(80), 'is sent on to https')
  balancer.connections.allowTo(web, ec2.Port.tcp(WEB_PORT), 'calls')
  for (const from of [web, worker]) from.connections.allowTo(database, ec2.Port.tcp(POSTGRES_PORT), 'queries')
  web.connections.allowTo(cache, ec2.Port.tcp(REDIS_PORT), 'counters')

  const balancerRanges = vpc.publicSubnets.map(({ ipv4CidrBlock }) => ipv4CidrBlock)
  return { vpc, balancer, web, worker, database, cache, balancerRanges }
}
