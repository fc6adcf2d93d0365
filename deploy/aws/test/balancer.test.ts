import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Match } from 'aws-cdk-lib/assertions'
import { resourcesOf, synthesize } from './template.ts'

const template = synthesize()

test('hosts are passed on unchanged, and silent sockets stay open', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Scheme: 'internet-facing',
    LoadBalancerAttributes: Match.arrayWith([
      { Key: 'idle_timeout.timeout_seconds', Value: '120' },
      { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
      { Key: 'routing.http.preserve_host_header.enabled', Value: 'true' },
    ]),
  })
})

test('there is https alone, for the domain and all below it', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 80,
    DefaultActions: [Match.objectLike({ Type: 'redirect' })],
  })
  template.hasResourceProperties('AWS::CertificateManager::Certificate', {
    DomainName: 'berth.example',
    SubjectAlternativeNames: ['*.berth.example'],
    ValidationMethod: 'DNS',
  })
  const names = Object.values(resourcesOf(template, 'AWS::Route53::RecordSet')).map(
    ({ Properties }) => Properties['Name'],
  )
  assert.deepEqual(names.sort(), ['*.berth.example.', 'berth.example.'])
})

test('a certificate and names from elsewhere will do', () => {
  const certificateArn =
    'arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555'
  const elsewhere = synthesize({ hostedZoneId: undefined, certificateArn })
  elsewhere.resourceCountIs('AWS::Route53::RecordSet', 0)
  elsewhere.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
    Port: 443,
    Certificates: [{ CertificateArn: certificateArn }],
  })
})

test('sockets stay with their process where they have to', () => {
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
    Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/socket.io', '/socket.io/*'] } }],
  })
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    TargetGroupAttributes: Match.arrayWith([{ Key: 'stickiness.enabled', Value: 'true' }]),
  })
})

test('a task is replaced for what is its own fault', () => {
  for (const { Properties } of Object.values(
    resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
  )) {
    assert.equal(Properties['HealthCheckPath'], '/robots.txt')
    assert.equal(Properties['Port'], 3000)
  }
})

test('the addresses that may speak for others are those of the balancer', () => {
  const text = JSON.stringify(resourcesOf(template, 'AWS::ECS::TaskDefinition'))
  const ranges = /"Name":"BERTH_TRUSTED_PROXIES","Value":"([^"]+)"/.exec(text)?.[1]?.split(',')
  const subnets = Object.entries(resourcesOf(template, 'AWS::EC2::Subnet')).filter(([name]) =>
    name.includes('public'),
  )
  assert.deepEqual(
    ranges,
    subnets.map(([, { Properties }]) => Properties['CidrBlock']),
  )
})
