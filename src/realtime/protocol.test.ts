import { describe, expect, it } from 'vitest'
import { eventsMessage, handshakeAuth, unwatchMessage, watchAnswer, watchMessage } from './protocol.ts'
import {
  audienceOf,
  changesTopic,
  FLEET,
  idOf,
  isStreamTopic,
  isTopic,
  prefixOf,
  runTopic,
  tenantTopic,
} from './topic.ts'

const ID = '018f0000-0000-7000-8000-00000000000a'

describe('topics', () => {
  it('are runs, tenants, their records and the fleet, spelled in one way', () => {
    expect([runTopic(ID), tenantTopic(ID), changesTopic(ID), FLEET].every(isTopic)).toBe(true)
    const refused = [
      '',
      'run:',
      'run:1',
      'fleet:',
      `fleet:${ID}`,
      `run:${ID.toUpperCase()}`,
      `run:${ID}\n`,
      `records:${ID}x`,
      `x:${ID}`,
    ]
    expect(refused.filter(isTopic)).toEqual([])
    expect(isStreamTopic(tenantTopic(ID))).toBe(false)
  })

  it('tell their kind and id', () => {
    const topics = [runTopic(ID), tenantTopic(ID), changesTopic(ID), FLEET]
    expect(topics.map(prefixOf)).toEqual(['run', 'tenant', 'records', 'fleet'])
    expect(topics.map(idOf)).toEqual([ID, ID, ID, ''])
  })

  it('of one event are its stream, its tenant and the fleet', () => {
    expect(audienceOf(runTopic(ID), 'b')).toEqual([`run:${ID}`, 'tenant:b', 'fleet'])
  })
})

describe('watchMessage', () => {
  it('takes a topic with an optional number and token', () => {
    expect(watchMessage.parse({ topic: 'fleet', more: 1 })).toEqual({ topic: 'fleet' })
    expect(watchMessage.safeParse({ topic: runTopic(ID), after: 0, token: 't' }).success).toBe(true)
  })

  it.each([
    undefined,
    null,
    'fleet',
    [],
    {},
    { topic: 1 },
    { topic: ['fleet'] },
    { topic: 'fleet', after: -1 },
    { topic: 'fleet', after: 1.5 },
    { topic: 'fleet', after: '1' },
    { topic: 'fleet', after: 2 ** 31 },
    { topic: 'fleet', token: '' },
    { topic: 'fleet', token: 'x'.repeat(501) },
    { topic: 'fleet', token: {} },
  ])('refuses %j', (message) => {
    expect(watchMessage.safeParse(message).success).toBe(false)
  })
})

describe('the other messages', () => {
  it('refuse what is not theirs', () => {
    expect(unwatchMessage.safeParse({}).success).toBe(false)
    expect(handshakeAuth.safeParse({ token: 7 }).success).toBe(false)
    expect(handshakeAuth.safeParse({}).success).toBe(true)
    expect(watchAnswer.safeParse({ ok: true }).success).toBe(false)
    expect(eventsMessage.safeParse({ topic: 'fleet', stream: 'fleet', events: [] }).success).toBe(false)
  })

  it('keep fields of events they do not know', () => {
    const event = {
      tenantId: ID,
      seq: 1,
      at: '2026-01-01T00:00:00.000Z',
      type: 'step.started',
      payload: { a: 1 },
    }
    const message = { topic: 'fleet', stream: runTopic(ID), events: [event] }
    expect(eventsMessage.parse(message)).toEqual(message)
  })
})
