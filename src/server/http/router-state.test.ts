import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { dropUnsoundRouterState } from './router-state.ts'

function isKept(value: string | string[]): boolean {
  // Node joins most headers that come twice; a list is what a library in between may make of it.
  const headers = { 'next-router-state-tree': value } as IncomingHttpHeaders
  dropUnsoundRouterState(headers)
  return 'next-router-state-tree' in headers
}

const page = ['', { children: ['signup', { children: ['__PAGE__', {}] }] }, null, 'refetch']
const record = [
  '',
  { children: [['record', 'abc', 'd', null], { children: ['__PAGE__?{}', {}, ['/a', 'b']] }] },
  null,
  null,
  16,
]

describe('dropUnsoundRouterState', () => {
  it.each([[page], [record], [['', {}]]])('keeps %j', (state) => {
    expect(isKept(encodeURIComponent(JSON.stringify(state)))).toBe(true)
  })

  it.each([
    '',
    '{',
    '%',
    'null',
    '[]',
    '{}',
    '["",{},1]',
    '["",{"children":[]}]',
    '["",{},null,null,1,"x","y"]',
  ])('takes %j away', (value) => {
    expect(isKept(value)).toBe(false)
  })

  it('takes away what is too deep, too long, or there twice', () => {
    const deep = '["",{"children":'.repeat(10_000) + '["",{}]' + '}]'.repeat(10_000)
    expect(isKept(deep)).toBe(false)
    expect(isKept(JSON.stringify(['x'.repeat(40_000), {}]))).toBe(false)
    expect(isKept(['["",{}]', '["",{}]'])).toBe(false)
  })
})
