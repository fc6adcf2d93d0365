import { describe, expect, it } from 'vitest'
import { splitInline } from './split-inline.ts'

describe('splitInline', () => {
  it('finds code and links, and leaves the rest as it is', () => {
    expect(splitInline('Send `limit`, see [the list](/docs#list).')).toEqual([
      { kind: 'text', text: 'Send ' },
      { kind: 'code', text: 'limit' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'the list', href: '/docs#list' },
      { kind: 'text', text: '.' },
    ])
  })

  it('takes a lone mark for what it is', () => {
    expect(splitInline('a ` b [c] <b>')).toEqual([{ kind: 'text', text: 'a ` b [c] <b>' }])
  })
})
