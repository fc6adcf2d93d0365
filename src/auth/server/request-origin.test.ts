import { describe, expect, it } from 'vitest'
import { isForeignCall, isForeignRequest, requestOrigin } from './request-origin.ts'

describe('requestOrigin', () => {
  it.each([
    [{ host: 'acme.berth.localhost:3000' }, undefined, 'http://acme.berth.localhost:3000'],
    [{ host: 'acme.berth.example' }, 'https://berth.example', 'https://acme.berth.example'],
    [{ host: 'acme.berth.example:443' }, 'https://berth.example', 'https://acme.berth.example'],
    [{ host: 'ACME.berth.example' }, 'http://berth.example', 'http://acme.berth.example'],
    [
      { host: 'acme.berth.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      'https://berth.example',
      'https://acme.berth.example',
    ],
    [{ host: '[::1]:3000' }, undefined, 'http://[::1]:3000'],
    [{ host: '[::1].evil.example' }, undefined, null],
    [{}, undefined, null],
    [{ host: 'acme.example/evil' }, undefined, null],
    [{ host: 'user@evil.example' }, undefined, null],
    [{ host: 'acme.example:99999' }, undefined, null],
  ])('%j under %s is %s', (headers, publicUrl, origin) => {
    expect(requestOrigin(headers, publicUrl)).toBe(origin)
  })
})

describe('isForeignRequest', () => {
  const own = 'https://acme.berth.example'
  it.each([
    ['GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
    ['GET', {}, false],
    ['HEAD', { origin: 'null' }, false],
    ['POST', {}, true],
    ['PUT', {}, true],
    ['PATCH', {}, true],
    ['DELETE', {}, true],
    ['POST', { 'sec-fetch-site': 'same-origin' }, false],
    ['POST', { 'sec-fetch-site': 'none', origin: 'null' }, true],
    ['GET', { upgrade: 'websocket' }, true],
    ['POST', { origin: own }, false],
    ['POST', { origin: own, 'sec-fetch-site': 'same-origin' }, false],
    ['POST', { origin: 'https://other.berth.example' }, true],
    ['POST', { origin: 'https://other.berth.example', 'sec-fetch-site': 'same-site' }, true],
    ['DELETE', { origin: 'null' }, true],
    ['POST', { 'sec-fetch-site': 'cross-site' }, true],
    ['GET', { upgrade: 'websocket', origin: 'https://other.berth.example' }, true],
    ['GET', { upgrade: 'websocket', origin: own }, false],
  ])('%s with %j: %s', (method, headers, foreign) => {
    expect(isForeignRequest({ method, headers }, own)).toBe(foreign)
  })
})

describe('isForeignCall', () => {
  const own = 'https://acme.berth.example'
  it.each([
    [{}, false],
    [{ origin: own }, false],
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ origin: 'https://other.berth.example' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'http://acme.berth.example' }, true],
  ])('with %j: %s', (headers, foreign) => {
    expect(isForeignCall({ headers }, own)).toBe(foreign)
  })
})
