import { describe, expect, it } from 'vitest'
import { runTopic } from '../topic.ts'
import { formatNotification, parseNotification } from './notification.ts'

const ID = '018f0000-0000-7000-8000-00000000000a'

describe('notifications', () => {
  it('survive the way through PostgreSQL', () => {
    const stored = { topic: runTopic(ID), tenantId: ID, seq: 2_147_483_647 }
    expect(parseNotification(formatNotification(stored))).toEqual(stored)
    expect(parseNotification(formatNotification({ revoke: { userId: ID } }))).toEqual({
      revoke: { userId: ID },
    })
    expect(formatNotification(stored).length).toBeLessThan(200)
  })

  it.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    '{"topic":"fleet","tenantId":"x","seq":1}',
    `{"topic":"run:${ID}","tenantId":"${ID}","seq":0}`,
    `{"topic":"run:${ID}","tenantId":"${ID}"}`,
    '{"revoke":{}}',
    `{"revoke":{"userId":"${ID}","tenantId":"${ID}"}}`,
    '{"revoke":{"userId":"everybody"}}',
  ])('ignore %j', (payload) => {
    expect(parseNotification(payload)).toBeNull()
  })
})
