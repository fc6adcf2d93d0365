import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { mayReadMetrics } from './metrics-access.ts'

function requestFrom(remoteAddress: string | undefined, headers: Record<string, string> = {}) {
  return { headers, socket: Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }) }
}

describe('mayReadMetrics', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.20.0.2', '192.168.1.9', 'fd00::1'])(
    'lets %s through where there is no token',
    (address) => {
      expect(mayReadMetrics(requestFrom(address), undefined)).toBe(true)
    },
  )

  it.each(['203.0.113.9', '172.32.0.1', '2001:db8::1', '::ffff:203.0.113.9', undefined])(
    'keeps %s out',
    (address) => {
      expect(mayReadMetrics(requestFrom(address), undefined)).toBe(false)
    },
  )

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'keeps out what a proxy next door passed on with %s',
    (name) => {
      expect(mayReadMetrics(requestFrom('127.0.0.1', { [name]: '127.0.0.1' }), undefined)).toBe(false)
    },
  )

  it('asks everybody for the token where there is one', () => {
    const token = 'a long enough token'
    const bearing = (given: string) => requestFrom('203.0.113.9', { authorization: `Bearer ${given}` })
    expect(mayReadMetrics(bearing('a'), 'a')).toBe(true)
    expect(mayReadMetrics(bearing('ab'), 'a')).toBe(false)
    expect(mayReadMetrics(bearing(''), 'a')).toBe(false)
    expect(mayReadMetrics(requestFrom('127.0.0.1'), token)).toBe(false)
  })
})
