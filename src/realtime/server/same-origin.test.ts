import { describe, expect, it } from 'vitest'
import { isSameOrigin } from './same-origin.ts'

describe('isSameOrigin', () => {
  it.each([
    [{ host: 'acme.berth.localhost:3000', origin: 'http://acme.berth.localhost:3000' }],
    [{ host: 'acme.example', origin: 'https://acme.example' }],
    [{ host: 'acme.example:443', origin: 'https://acme.example' }],
    [{ host: 'ACME.example', origin: 'http://acme.example:80' }],
    [{ host: 'acme.example' }],
    [{ host: 'acme.example', 'sec-fetch-site': 'same-origin' }],
  ])('lets %j in', (headers) => {
    expect(isSameOrigin(headers)).toBe(true)
  })

  it.each([
    [{ host: 'acme.example', origin: 'https://evil.example' }],
    [{ host: 'acme.example', origin: 'https://other.acme.example' }],
    [{ host: 'acme.example:3000', origin: 'http://acme.example:3001' }],
    [{ host: 'acme.example:80', origin: 'https://acme.example' }],
    [{ host: 'acme.example', origin: 'null' }],
    [{ host: 'acme.example', origin: '' }],
    [{ host: 'acme.example', origin: 'file://acme.example' }],
    [{ origin: 'https://acme.example' }],
    [{ host: 'acme.example/', origin: 'https://evil.example/acme.example' }],
    [{ host: 'acme.example', 'sec-fetch-site': 'cross-site' }],
    [{ host: 'acme.example', 'sec-fetch-site': 'same-site' }],
  ])('keeps %j out', (headers) => {
    expect(isSameOrigin(headers)).toBe(false)
  })
})
