import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { setSecurityHeaders } from './security-headers.ts'

function headersOf(options: { isSecure: boolean }) {
  const res = new ServerResponse(new IncomingMessage(new Socket()))
  setSecurityHeaders(res, options)
  return res.getHeaders()
}

describe('setSecurityHeaders', () => {
  it('lets an answer of the API load nothing and be framed by nobody', () => {
    expect(headersOf({ isSecure: false })).toMatchObject({
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('keeps browsers on https for a year where there is https, and nowhere else', () => {
    expect(headersOf({ isSecure: true })['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    )
    expect(headersOf({ isSecure: false })).not.toHaveProperty('strict-transport-security')
  })
})
