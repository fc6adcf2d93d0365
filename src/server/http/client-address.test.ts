import type { IncomingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createClientAddress } from './client-address.ts'

function requestFrom(remoteAddress: string | undefined, forwarded?: string) {
  const headers: IncomingHttpHeaders = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return { headers, socket: Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }) }
}

describe('createClientAddress', () => {
  it.each([
    {
      fact: 'nobody is trusted by default',
      trusted: undefined,
      peer: '10.0.0.1',
      sent: '203.0.113.9',
      address: '10.0.0.1',
    },
    {
      fact: 'a trusted proxy is believed',
      trusted: '10.0.0.1',
      peer: '10.0.0.1',
      sent: '203.0.113.9',
      address: '203.0.113.9',
    },
    {
      fact: 'what the caller wrote itself is not',
      trusted: '10.0.0.1',
      peer: '10.0.0.1',
      sent: '1.1.1.1, 203.0.113.9',
      address: '203.0.113.9',
    },
    {
      fact: 'proxies may stand in a row',
      trusted: '10.0.0.0/8',
      peer: '10.0.0.1',
      sent: '203.0.113.9, 10.9.9.9',
      address: '203.0.113.9',
    },
    {
      fact: 'a caller past the proxy is not believed',
      trusted: '10.0.0.1',
      peer: '203.0.113.9',
      sent: '1.1.1.1',
      address: '203.0.113.9',
    },
    {
      fact: 'ranges have names',
      trusted: 'loopback, uniquelocal',
      peer: '127.0.0.1',
      sent: '203.0.113.9, 192.168.1.1',
      address: '203.0.113.9',
    },
    {
      fact: 'an IPv4 peer on an IPv6 socket is IPv4',
      trusted: '10.0.0.1',
      peer: '::ffff:10.0.0.1',
      sent: '203.0.113.9',
      address: '203.0.113.9',
    },
    {
      fact: 'and is written as such',
      trusted: undefined,
      peer: '::ffff:10.0.0.1',
      sent: undefined,
      address: '10.0.0.1',
    },
    {
      fact: 'a forwarded one as well',
      trusted: 'loopback',
      peer: '::1',
      sent: '::FFFF:203.0.113.9',
      address: '203.0.113.9',
    },
    { fact: 'IPv6 passes', trusted: 'loopback', peer: '::1', sent: '2001:db8::7', address: '2001:db8::7' },
    {
      fact: 'nonsense is no address',
      trusted: 'loopback',
      peer: '127.0.0.1',
      sent: '203.0.113.9, <script>',
      address: '127.0.0.1',
    },
    {
      fact: 'an empty header neither',
      trusted: 'loopback',
      peer: '127.0.0.1',
      sent: '',
      address: '127.0.0.1',
    },
  ])('$fact', ({ trusted, peer, sent, address }) => {
    expect(createClientAddress(trusted)(requestFrom(peer, sent))).toBe(address)
  })

  it('knows no address once the connection is gone', () => {
    expect(createClientAddress('loopback')(requestFrom(undefined, '203.0.113.9'))).toBeNull()
  })
})
