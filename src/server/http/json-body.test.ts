import { describe, expect, it } from 'vitest'
import { parseJson } from './json-body.ts'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('parseJson', () => {
  it('reads what it is given', () => {
    expect(parseJson('{"a":[1,{"b":"c"}]}')).toEqual({ a: [1, { b: 'c' }] })
  })

  it('refuses what is no JSON', () => {
    expect(() => parseJson('{')).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  })

  it('refuses what is nested too deeply', () => {
    expect(parseJson(nested(64))).toBeInstanceOf(Array)
    expect(() => parseJson(nested(65))).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
    expect(() => parseJson(nested(100_000))).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }))
  })

  it('does not count brackets inside of texts', () => {
    const text = `\\"${'['.repeat(200)}`
    expect(parseJson(JSON.stringify({ text }))).toEqual({ text })
  })

  it('takes its time in proportion to the text', () => {
    const startedAt = performance.now()
    expect(() => parseJson(`"${'\\"'.repeat(125_000)}`)).toThrow()
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
