import { describe, expect, it } from 'vitest'
import { subjectOfAddress } from './address-subject.ts'

describe('who an address stands for', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::/64'],
    ['2001:DB8:1:2::', '2001:0db8:0001:0002::/64'],
    ['2001:db8::1', '2001:0db8:0000:0000::/64'],
    ['::1', '0000:0000:0000:0000::/64'],
    ['fe80::1%eth0', 'fe80:0000:0000:0000::/64'],
  ])('%s: %s', (ip, subject) => {
    expect(subjectOfAddress(ip)).toBe(subject)
  })

  it('is one subject for all addresses of a network of IPv6, and another for the next network', () => {
    expect(subjectOfAddress('2001:db8:1:2::1')).toBe(subjectOfAddress('2001:db8:1:2:ffff:ffff:ffff:ffff'))
    expect(subjectOfAddress('2001:db8:1:2::1')).not.toBe(subjectOfAddress('2001:db8:1:3::1'))
  })

  it('is one subject for all whose address is not known', () => {
    expect(subjectOfAddress(null)).toBe('unknown')
  })
})
