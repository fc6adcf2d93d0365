import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import * as acm from 'aws-cdk-lib/aws-certificatemanager'
import type { FargateService } from 'aws-cdk-lib/aws-ecs'
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import * as route53 from 'aws-cdk-lib/aws-route53'
import { LoadBalancerTarget } from 'aws-cdk-lib/aws-route53-targets'
import { WEB_PORT, type Network } from './network.ts'
import type { Settings } from './settings.ts'

export type Balancer = { balancer: elb.ApplicationLoadBalancer; targets: elb.ApplicationTargetGroup }

/** The way in: https for the domain and all hosts below it, sockets included. */
export function addBalancer(
  stack: Stack,
  { network, web, settings }: { network: Network; web: FargateService; settings: Settings },
): Balancer {
  const zone = findZone(stack, settings)
  const balancer = new elb.ApplicationLoadBalancer(stack, 'Balancer', {
    vpc: network.vpc,
    internetFacing: true,
    securityGroup: network.balancer,
    // Sockets say something every 10 seconds.
    idleTimeout: Duration.seconds(120),
    // The host says whose request it is.
    preserveHostHeader: true,
    dropInvalidHeaderFields: true,
    deletionProtection: settings.isProtected,
  })
  balancer.addListener('Http', {
    port: 80,
    open: false,
    defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
  })
  const targets = addTargets(stack, 'Targets', { network, web })
  const listener = balancer.addListener('Https', {
    port: 443,
    open: false,
    certificates: [findCertificate(stack, { zone, settings })],
    sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
    defaultTargetGroups: [targets],
  })
  // Browsers open a WebSocket, for which any process will do. Where a network forbids them, calls belong together.
  const sockets = addTargets(stack, 'SocketTargets', {
    network,
    web,
    stickinessCookieDuration: Duration.hours(1),
  })
  listener.addTargetGroups('Sockets', {
    priority: 10,
    conditions: [elb.ListenerCondition.pathPatterns(['/socket.io', '/socket.io/*'])],
    targetGroups: [sockets],
  })
  if (zone) {
    const target = route53.RecordTarget.fromAlias(new LoadBalancerTarget(balancer))
    new route53.ARecord(stack, 'Apex', { zone, recordName: `${settings.domain}.`, target })
    new route53.ARecord(stack, 'Workspaces', { zone, recordName: `*.${settings.domain}.`, target })
  }
  new CfnOutput(stack, 'BalancerName', { value: balancer.loadBalancerDnsName })
  return { balancer, targets }
}

function addTargets(
  stack: Stack,
  id: string,
  {
    network,
    web,
    stickinessCookieDuration,
  }: { network: Network; web: FargateService; stickinessCookieDuration?: Duration },
): elb.ApplicationTargetGroup {
  return new elb.ApplicationTargetGroup(stack, id, {
    vpc: network.vpc,
    port: WEB_PORT,
    protocol: elb.ApplicationProtocol.HTTP,
    targets: [web.loadBalancerTarget({ containerName: 'web', containerPort: WEB_PORT })],
    // Answers under way have finished by then, and new ones go elsewhere at once.
    deregistrationDelay: Duration.seconds(15),
    // ECS replaces what does not answer here. The database is not asked: without it, a new task would be no better,
    // and Berth says in its own words that it is away. The port is open from the moment a task is ready.
    healthCheck: {
      path: '/robots.txt',
      interval: Duration.seconds(10),
      timeout: Duration.seconds(5),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 6,
    },
    ...(stickinessCookieDuration && { stickinessCookieDuration }),
  })
}

function findZone(stack: Stack, { hostedZoneId, hostedZoneName }: Settings): route53.IHostedZone | null {
  if (hostedZoneId === null) return null
  const zoneName = hostedZoneName
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId, zoneName })
}

function findCertificate(
  stack: Stack,
  { zone, settings }: { zone: route53.IHostedZone | null; settings: Settings },
): acm.ICertificate {
  const { certificateArn, domain } = settings
  if (certificateArn !== null) return acm.Certificate.fromCertificateArn(stack, 'Certificate', certificateArn)
  if (zone === null) throw new Error('Without a zone there has to be a certificate.')
  return new acm.Certificate(stack, 'Certificate', {
    domainName: domain,
    subjectAlternativeNames: [`*.${domain}`],
    validation: acm.CertificateValidation.fromDns(zone),
  })
}
