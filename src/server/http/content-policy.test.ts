import { describe, expect, it } from 'vitest'
import { createPagePolicy } from './content-policy.ts'

const origin = 'https://acme.berth.example'

describe('createPagePolicy', () => {
  it('lets nothing run that does not carry the nonce of this response', () => {
    const policy = createPagePolicy({ nonce: 'bm9uY2U=', origin })
    expect(policy).toContain("script-src 'nonce-bm9uY2U=' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U=';")
    expect(policy).not.toMatch(/unsafe-(eval|inline).*script-src|script-src[^;]*unsafe/)
  })

  it.each([
    ['https://acme.berth.example', "connect-src 'self' wss://acme.berth.example;"],
    ['http://acme.berth.localhost:3000', "connect-src 'self' ws://acme.berth.localhost:3000;"],
    [null, "connect-src 'self';"],
  ])('lets a page of %s call home, and nobody else', (own, directive) => {
    expect(createPagePolicy({ nonce: 'n', origin: own })).toContain(directive)
  })

  it('asks for https only where the installation has it', () => {
    expect(createPagePolicy({ nonce: 'n', origin })).toContain('upgrade-insecure-requests')
    expect(createPagePolicy({ nonce: 'n', origin: 'http://berth.localhost' })).not.toContain('upgrade')
  })

  it('bends for hot reload only', () => {
    expect(createPagePolicy({ nonce: 'n', origin, isDev: true })).toContain("'unsafe-eval'")
    expect(createPagePolicy({ nonce: 'n', origin })).not.toContain("'unsafe-eval'")
  })
})
