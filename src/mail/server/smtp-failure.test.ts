import { describe, expect, it } from 'vitest'
import { readSmtpFailure } from './smtp-failure.ts'

function failure(parts: { code: string; message?: string; [key: string]: unknown }) {
  return readSmtpFailure(Object.assign(new Error(parts.message ?? 'failed'), parts))
}

describe('a failure of the mail server', () => {
  it.each([
    [
      'an unknown recipient',
      { code: 'EENVELOPE', responseCode: 550, response: '550 No such user', command: 'RCPT TO' },
    ],
    ['a refused message', { code: 'EMESSAGE', responseCode: 554, response: '554 Spam', command: 'DATA' }],
    ['an address that is none', { code: 'EENVELOPE', message: 'No recipients defined' }],
  ])('%s is final', (_, parts) => {
    expect(failure(parts).isPermanent).toBe(true)
  })

  it.each([
    [
      'greylisting',
      { code: 'EENVELOPE', responseCode: 451, response: '451 Try again later', command: 'RCPT TO' },
    ],
    [
      'a server that is away',
      { code: 'ESOCKET', message: 'connect ECONNREFUSED 127.0.0.1:25', command: 'CONN' },
    ],
    ['a server that hangs', { code: 'ETIMEDOUT', message: 'Greeting never received', command: 'CONN' }],
    [
      'a refused sign-in of ours',
      { code: 'EAUTH', responseCode: 535, response: '535 No', command: 'AUTH PLAIN' },
    ],
  ])('%s may pass', (_, parts) => {
    expect(failure(parts).isPermanent).toBe(false)
  })

  it('says why in one short line without what could be a secret', () => {
    const echo = failure({
      code: 'EAUTH',
      responseCode: 500,
      response: '500 What is AUTH PLAIN AGFkYQBzZWNyZXQ=?',
      command: 'AUTH PLAIN',
    })
    expect(echo.reason).toBe('The mail server refused our sign-in (500).')
    const quoted = failure({
      code: 'EMESSAGE',
      responseCode: 554,
      response: `554 Bad link\r\nhttps://a.b/c#token=abc ${'x'.repeat(500)}`,
    })
    expect(quoted.reason).toMatch(/^554 Bad link https:\/\/a\.b\/c\?… x+$/)
    expect(quoted.reason.length).toBeLessThanOrEqual(200)
    expect(readSmtpFailure('odd').reason).toBe('unknown failure')
  })
})
