import { beforeEach, expect, it, vi } from 'vitest'
import { toSignUpRequest } from './answers.ts'
import { sampleAnswers, sampleOptions, stubSessionStorage } from './testing/sample-sign-up.ts'

const request = toSignUpRequest(sampleAnswers(), sampleOptions)
let kept: Map<string, string>

/** A page load: modules start anew, the tab's storage stays. */
async function load() {
  vi.resetModules()
  return import('./idempotency-key.ts')
}

beforeEach(() => {
  kept = stubSessionStorage()
})

it('is the same for the same answers, also after a reload', async () => {
  const key = (await load()).keyOfRequest(request)
  expect(key).toMatch(/^[0-9a-f]{32}$/)
  const page = await load()
  expect(page.keyOfRequest(request)).toBe(key)
  expect(page.keyOfRequest(request)).toBe(key)
})

it('is another one as soon as an answer differs, the password too', async () => {
  const { keyOfRequest } = await load()
  const first = keyOfRequest(request)
  const second = keyOfRequest({ ...request, subdomain: 'elsewhere' })
  const third = keyOfRequest({
    ...request,
    subdomain: 'elsewhere',
    owner: { ...request.owner, password: 'Other-gull8' },
  })
  expect(new Set([first, second, third]).size).toBe(3)
})

it('keeps the password out of storage', async () => {
  ;(await load()).keyOfRequest(request)
  expect([...kept.values()].join()).not.toContain(request.owner.password)
})

it('is forgotten on demand', async () => {
  const { keyOfRequest, forgetKey } = await load()
  const key = keyOfRequest(request)
  forgetKey()
  expect(keyOfRequest(request)).not.toBe(key)
})

it('holds within a page even without storage', async () => {
  vi.stubGlobal('sessionStorage', undefined)
  const { keyOfRequest } = await load()
  expect(keyOfRequest(request)).toBe(keyOfRequest(request))
})
