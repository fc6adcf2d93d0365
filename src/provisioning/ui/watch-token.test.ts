import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  forgetRun,
  isKeptRun,
  keepWatchToken,
  markOpened,
  readWatchToken,
  runStatusPath,
} from './watch-token.ts'

const RUN = '0199c000-0000-7000-8000-000000000001'

function visit(hash: string): void {
  vi.stubGlobal('window', { location: { hash } })
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  visit('')
})

describe('readWatchToken', () => {
  it('knows nothing without fragment and sign-up', () => {
    expect(readWatchToken(RUN)).toBeNull()
  })

  it('takes the fragment of a link that was sent, which is not fresh', () => {
    visit('#token-1')
    expect(readWatchToken(RUN)).toEqual({ value: 'token-1', fresh: false })
  })

  it('is fresh in the tab of the sign-up until the way in was taken', () => {
    keepWatchToken(RUN, 'token-1')
    visit('#token-1')
    expect(readWatchToken(RUN)).toEqual({ value: 'token-1', fresh: true })
    markOpened(RUN)
    expect(readWatchToken(RUN)).toEqual({ value: 'token-1', fresh: false })
  })

  it('survives a lost fragment and a repeated one', () => {
    keepWatchToken(RUN, 'token-1')
    expect(readWatchToken(RUN)?.value).toBe('token-1')
    visit('#token-1#token-1')
    expect(readWatchToken(RUN)?.value).toBe('token-1')
  })
})

it('a run that was given up is not kept', () => {
  keepWatchToken(RUN, 'token-1')
  expect(isKeptRun(RUN)).toBe(true)
  forgetRun(RUN)
  expect(isKeptRun(RUN)).toBe(false)
})

it('works without storage', () => {
  vi.stubGlobal('sessionStorage', undefined)
  keepWatchToken(RUN, 'token-1')
  visit('#token-1')
  expect(readWatchToken(RUN)).toEqual({ value: 'token-1', fresh: false })
})

it('the token travels in the fragment', () => {
  expect(runStatusPath(RUN, 'a-b_c')).toBe(`/signup/status/${RUN}#a-b_c`)
  expect(runStatusPath(RUN)).toBe(`/signup/status/${RUN}`)
})
