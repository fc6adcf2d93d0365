import { describe, expect, it } from 'vitest'
import { AppError } from '#src/shared/errors/app-error.ts'
import { requireSoundRequest } from './sound-request.ts'

function codeOf({ method = 'GET', url = '/', host = 'berth.localhost' }): unknown {
  try {
    requireSoundRequest({ method, url, headers: { host } })
    return 'sound'
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

describe('requireSoundRequest', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND'])('refuses the method %s', (method) => {
    expect(codeOf({ method })).toBe('METHOD_NOT_ALLOWED')
  })

  it.each(['*', 'http://acme.berth.localhost/workspace', 'workspace', ''])(
    'refuses the address %j',
    (url) => {
      expect(codeOf({ url })).toBe('BAD_REQUEST')
    },
  )

  it.each(['/', '/a?b', '//[', '/%00', '/.//x'])('lets the path %j through', (url) => {
    expect(codeOf({ url })).toBe('sound')
  })

  it.each(['a@b.localhost', 'a b', '[evil', '[evil"<script>', 'a:99999', 'a:1:2', 'a,b', 'a/b', '', '...'])(
    'refuses the host %j',
    (host) => {
      expect(codeOf({ host })).toBe('BAD_REQUEST')
    },
  )

  it.each(['berth.localhost', 'ACME.berth.localhost.:3000', 'localhost:1', '127.0.0.1', '[::1]:3000'])(
    'lets the host %j through',
    (host) => {
      expect(codeOf({ host })).toBe('sound')
    },
  )

  it('leaves a request without a host to the rest', () => {
    expect(() => requireSoundRequest({ method: 'GET', url: '/', headers: {} })).not.toThrow()
  })
})
